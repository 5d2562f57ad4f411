package io.leadpulse.engine.lead;

import io.leadpulse.engine.profile.Exclusion;

/**
 * One report of sales about a lead.
 *
 * @param occurredAt epoch milliseconds
 * @param recordedAt when Kafka appended the record, epoch milliseconds
 * @param exclusion what a rejection says the lead is; {@code NONE} otherwise
 */
public record SalesActivity(
    String eventId, Kind kind, long occurredAt, long recordedAt, Exclusion exclusion) {

  /** What sales did; the order decides between reports of the same instant. */
  public enum Kind {
    ACCEPTED(true),
    CONTACTED(true),
    MEETING(true),
    QUALIFIED(true),
    REJECTED(false),
    WON(true),
    LOST(false),
    RECYCLED(false);

    private final boolean holds;

    Kind(boolean holds) {
      this.holds = holds;
    }

    /** Whether the lead is in sales' hands after it. */
    boolean holds() {
      return holds;
    }

    /** Whether what the lead did before weighs less from then on: marketing has it again. */
    boolean discounts() {
      return this == LOST || this == RECYCLED;
    }
  }
}
