package io.leadpulse.jobs.state;

/** Describes the layout of lead states in a savepoint. */
public final class LeadStateSerializerSnapshot extends LayoutSnapshot<byte[]> {

  /** As Flink makes it when it reads a savepoint. */
  public LeadStateSerializerSnapshot() {
    super(new LeadStateSerializer());
  }
}
