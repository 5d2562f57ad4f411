package io.leadpulse.cli.read;

import io.leadpulse.schemas.HandOff;
import io.leadpulse.schemas.HandOffKind;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which steps between marketing and sales are asked for; null for any.
 *
 * @param kinds empty for any
 */
record HandOffFilter(@Nullable String team, @Nullable String leadId, Set<HandOffKind> kinds) {
  private static final Comparator<HandOff> BY_TIME = Comparator.comparing(HandOff::getOccurredAt);

  boolean matches(HandOff step) {
    return (team == null || team.equals(step.getTeam()))
        && (leadId == null || isOf(step, leadId))
        && (kinds.isEmpty() || kinds.contains(step.getKind()));
  }

  private static boolean isOf(HandOff step, String lead) {
    return step.getLeadId().equals(lead)
        || step.getDigest().stream().anyMatch(part -> part.getLeadId().equals(lead));
  }

  /** The steps that are asked for, oldest first; none yet. */
  MessageLog<HandOff> log() {
    return new MessageLog<>(this::matches, HandOff::getMessageId, BY_TIME);
  }
}
