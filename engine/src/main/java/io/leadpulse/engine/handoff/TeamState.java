package io.leadpulse.engine.handoff;

import org.jspecify.annotations.Nullable;

/** Keeps what has changed of a team, piece by piece. */
public interface TeamState {
  /** The team's own piece. */
  void head(byte[] bytes);

  /**
   * A hot lead.
   *
   * @param bytes null if it is forgotten
   */
  void lead(String alertId, byte @Nullable [] bytes);

  /** A row of the funnel. */
  void row(byte[] key, byte[] bytes);
}
