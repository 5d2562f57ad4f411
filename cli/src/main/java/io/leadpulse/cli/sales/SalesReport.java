package io.leadpulse.cli.sales;

import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.SalesActivityReason;
import java.time.Instant;
import java.util.Locale;

/**
 * What sales did with a lead.
 *
 * @param reason NONE where none applies
 * @param at when it was done
 * @param owner id of the sales person; empty if unknown
 * @param team id; empty if unknown
 * @param stage in the team's own names; empty if unknown
 */
record SalesReport(
    SalesActivityKind kind,
    SalesActivityReason reason,
    Instant at,
    String owner,
    String team,
    String stage) {

  /** The record that tells it of a lead. */
  SalesActivity of(String lead, String eventId) {
    return SalesActivity.newBuilder()
        .setEventId(eventId)
        .setOccurredAt(at)
        .setLeadId(lead)
        .setKind(kind)
        .setReason(reason)
        .setOwner(owner)
        .setTeam(team)
        .setStage(stage)
        .build();
  }

  /**
   * A record that was sent, for programs.
   *
   * @param reason empty if there is none
   */
  record Sent(String eventId, String lead, String report, String reason, String at) {

    static Sent of(SalesActivity activity) {
      return new Sent(
          activity.getEventId(),
          activity.getLeadId(),
          activity.getKind().name().toLowerCase(Locale.ROOT),
          activity.getReason() == SalesActivityReason.NONE
              ? ""
              : ReasonConverter.name(activity.getReason()),
          activity.getOccurredAt().toString());
    }

    /** For people. */
    String line() {
      return "%s: %s%s at %s, event %s"
          .formatted(lead, report, reason.isEmpty() ? "" : " (" + reason + ")", at, eventId);
    }
  }
}
