package io.leadpulse.engine.lead;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;

/**
 * Turns a lead's state into compact bytes and back. The first byte is the layout's version; every
 * version ever released stays readable.
 *
 * <p>Hours are stored as distances from the lead's clock, enums by position (so constants are only
 * ever added at the end). Not thread-safe.
 */
public final class LeadStateCodec {
  /** The layout that {@link #write} produces. */
  public static final int VERSION = 3;

  private static final int FIRST_VERSION = 1;
  private static final int SECOND_VERSION = 2;

  private final ByteSink out = new ByteSink();
  private final CompactLayout layout = new CompactLayout();

  public byte[] write(LeadState state) {
    out.clear();
    out.fixed8(VERSION);
    layout.write(state, out);
    return out.toBytes();
  }

  /**
   * Reads what {@link #write} of this or an earlier release wrote.
   *
   * @throws IllegalStateException if the bytes come from a later release or are damaged
   */
  public LeadState read(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int version = in.fixed8();
    LeadState state =
        switch (version) {
          case FIRST_VERSION -> FirstLayout.read(in);
          case SECOND_VERSION -> layout.readSecond(in);
          case VERSION -> layout.read(in);
          default ->
              throw new IllegalStateException(
                  "lead state of layout " + version + "; this release reads up to " + VERSION);
        };
    if (!in.isAtEnd()) {
      throw new IllegalStateException("lead state with bytes left over");
    }
    return state;
  }
}
