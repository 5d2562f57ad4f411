package io.leadpulse.chaos.people;

/**
 * When something happens, by the clock of the run.
 *
 * @param after id of the event that it comes after; empty for the sending of its chapter
 * @param millis after that, negative for before
 */
public record When(String after, long millis) {

  static When soon(long millis) {
    return new When("", millis);
  }
}
