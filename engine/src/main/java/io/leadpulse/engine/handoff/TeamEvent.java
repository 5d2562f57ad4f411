package io.leadpulse.engine.handoff;

/**
 * What is to be told of one hot lead of a team.
 *
 * @param at when, epoch milliseconds
 */
public record TeamEvent(String alertId, String leadId, long at, What what) {
  /** What has become of it. */
  public sealed interface What {}

  /** It is sales' from now on; {@code waitedMillis} in business time. */
  public record Released(long waitedMillis) implements What {}

  /** It is hot no more, and nobody had it: forget it. */
  public record Withdrawn() implements What {}

  /** It is hot and nobody could take it for too long. */
  public record Unworked() implements What {}

  /** Something of a lead that sales has. */
  public record Progressed(HandOffEvent event) implements What {}
}
