package io.leadpulse.jobs.state;

import org.apache.flink.api.common.state.ValueStateDescriptor;

/** The state of a visitor in savepoints, for the job that writes it and for tools that read it. */
public final class VisitorStates {
  private VisitorStates() {}

  /** All that is kept of a visitor, as bytes of the engine's codec. */
  public static ValueStateDescriptor<byte[]> visitor() {
    return new ValueStateDescriptor<>("visitor", new VisitorStateSerializer());
  }
}
