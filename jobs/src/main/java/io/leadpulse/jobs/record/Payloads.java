package io.leadpulse.jobs.record;

import io.leadpulse.engine.profile.Profile;

/**
 * Inputs and profiles as bytes that outlive a task: on their way to another lead, and beside the
 * state of a lead that was merged. A byte for the layout comes first; every layout ever released
 * stays readable.
 */
public final class Payloads {
  private static final int LAYOUT = 1;

  private static final LeadInputSerializer INPUTS = new LeadInputSerializer();

  private Payloads() {}

  public static byte[] of(LeadInput input) {
    RecordOutput out = begun();
    INPUTS.write(input, out);
    return out.toBytes();
  }

  /**
   * An input as it was.
   *
   * @throws IllegalStateException if the bytes come from a later release
   */
  public static LeadInput input(byte[] bytes) {
    return INPUTS.read(opened(bytes));
  }

  public static byte[] of(Profile profile) {
    RecordOutput out = begun();
    ProfileFormat.write(profile, out);
    return out.toBytes();
  }

  /**
   * A profile as it was.
   *
   * @throws IllegalStateException if the bytes come from a later release
   */
  public static Profile profile(byte[] bytes) {
    return ProfileFormat.read(opened(bytes));
  }

  private static RecordOutput begun() {
    RecordOutput out = new RecordOutput();
    out.write(LAYOUT);
    return out;
  }

  private static RecordInput opened(byte[] bytes) {
    RecordInput in = new RecordInput(bytes);
    int layout = in.read();
    if (layout != LAYOUT) {
      throw new IllegalStateException(
          "payload in layout " + layout + "; this release reads up to " + LAYOUT);
    }
    return in;
  }
}
