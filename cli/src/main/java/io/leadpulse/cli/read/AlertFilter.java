package io.leadpulse.cli.read;

import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HotLeadAlert;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are asked for; null for any.
 *
 * @param types empty for any
 */
record AlertFilter(@Nullable String leadId, @Nullable String scorecard, Set<AlertType> types) {

  boolean matches(HotLeadAlert alert) {
    return (leadId == null || leadId.equals(alert.getLeadId()))
        && (scorecard == null || scorecard.equals(alert.getScorecard()))
        && (types.isEmpty() || types.contains(alert.getType()));
  }
}
