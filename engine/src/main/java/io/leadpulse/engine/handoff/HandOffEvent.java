package io.leadpulse.engine.handoff;

import java.util.List;

/** What is to be told of a lead that was handed over. */
public sealed interface HandOffEvent {
  /**
   * How long it was in a stage.
   *
   * @param millis by the clock
   * @param businessMillis within business hours
   */
  record Stay(String stage, long millis, long businessMillis) {}

  /**
   * It has come to another stage.
   *
   * @param from what the team calls the one before
   * @param to what the team calls it
   * @param reason of a rejection or a loss; empty otherwise
   * @param at when, epoch milliseconds
   * @param stays how long it was in each stage before, in order
   */
  record Moved(String from, String to, Stage stage, String reason, long at, List<Stay> stays)
      implements HandOffEvent {
    public Moved {
      stays = List.copyOf(stays);
    }
  }

  /** A deadline is near. */
  record Warned(Duty duty, long due) implements HandOffEvent {}

  /** A deadline is over. */
  record Breached(Duty duty, long due) implements HandOffEvent {}

  /** Nobody accepted it in time: it is anybody's of the team. */
  record Reassigned(String owner) implements HandOffEvent {}
}
