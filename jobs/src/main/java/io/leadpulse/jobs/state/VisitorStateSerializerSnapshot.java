package io.leadpulse.jobs.state;

/** Describes the layout of visitor states in a savepoint. */
public final class VisitorStateSerializerSnapshot extends LayoutSnapshot<byte[]> {

  /** As Flink makes it when it reads a savepoint. */
  public VisitorStateSerializerSnapshot() {
    super(new VisitorStateSerializer());
  }
}
