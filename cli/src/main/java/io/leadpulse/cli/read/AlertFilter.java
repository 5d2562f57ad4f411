package io.leadpulse.cli.read;

import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HotLeadAlert;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are asked for; null for any.
 *
 * @param types empty for any
 */
record AlertFilter(@Nullable String leadId, @Nullable String scorecard, Set<AlertType> types) {
  private static final Comparator<HotLeadAlert> BY_TIME =
      Comparator.comparing(HotLeadAlert::getOccurredAt).thenComparing(HotLeadAlert::getRecordedAt);

  boolean matches(HotLeadAlert alert) {
    return (leadId == null || leadId.equals(alert.getLeadId()))
        && (scorecard == null || scorecard.equals(alert.getScorecard()))
        && (types.isEmpty() || types.contains(alert.getType()));
  }

  /** The alerts that are asked for, oldest first; none yet. */
  MessageLog<HotLeadAlert> log() {
    return new MessageLog<>(this::matches, HotLeadAlert::getMessageId, BY_TIME);
  }
}
