package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;

/**
 * What sales says of a lead, before it is known whose it is.
 *
 * @param eventId the same in every copy
 * @param reached the stage that it came to by this
 * @param stage as the team calls it; empty if sales did not say
 * @param reason of a rejection or a loss in lower kebab case; empty otherwise
 * @param owner who says so; empty if unknown
 * @param team of them; empty if unknown
 * @param occurredAt epoch milliseconds
 */
public record SalesReport(
    String eventId,
    Stage reached,
    String stage,
    String reason,
    String owner,
    String team,
    long occurredAt)
    implements LeadNews {
  private static final Stage[] STAGES = Stage.values();

  void write(ByteSink out) {
    out.text(eventId);
    out.fixed8(reached.ordinal());
    out.text(stage);
    out.text(reason);
    out.text(owner);
    out.text(team);
    out.signed(occurredAt);
  }

  /** One as it was written. */
  static SalesReport read(ByteSource in) {
    return new SalesReport(
        in.text(), STAGES[in.fixed8()], in.text(), in.text(), in.text(), in.text(), in.signed());
  }
}
