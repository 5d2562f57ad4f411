package io.leadpulse.cli.simulate;

/** A stretch of a lead's story: a visit, a mail and what comes of it, a webinar. */
interface Scene {

  /**
   * Writes down what happens, from {@code start} on and never before it.
   *
   * @param start an instant within office hours, in epoch milliseconds
   */
  void play(Diary diary, long start);
}
