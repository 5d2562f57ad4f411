package io.leadpulse.jobs.record;

import io.leadpulse.engine.identity.IdentityChange;

/** A change of identity in bytes, field by field. */
final class IdentityFormat {
  private static final IdentityChange.Kind[] KINDS = IdentityChange.Kind.values();

  private IdentityFormat() {}

  static void write(IdentityChange change, RecordOutput out) {
    out.write(change.kind().ordinal());
    out.writeText(change.eventId());
    out.writeNumber(change.occurredAt());
    out.writeText(change.leadId());
    out.writeText(change.otherId());
  }

  static IdentityChange read(RecordInput in) {
    return new IdentityChange(
        KINDS[in.read()], in.readText(), in.readNumber(), in.readText(), in.readText());
  }
}
