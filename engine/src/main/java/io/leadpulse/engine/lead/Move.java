package io.leadpulse.engine.lead;

import io.leadpulse.engine.event.EventKind;

/**
 * An engagement whose outcome is another by now.
 *
 * @param occurredAt epoch milliseconds
 * @param partition of its record
 * @param offset of its record
 * @param reasons bits of the {@link io.leadpulse.engine.hygiene.SuspectReason}s, 0 if it counts
 */
public record Move(
    EventKind kind,
    long occurredAt,
    int partition,
    long offset,
    Outcome from,
    Outcome to,
    int reasons) {}
