package io.leadpulse.cli.model;

import org.jspecify.annotations.Nullable;

/**
 * One value that differs between two models.
 *
 * @param path where it is, such as {@code signals.pricing-page.path}
 * @param before null if only the later model has it
 * @param after null if only the earlier model has it
 */
record Change(String path, @Nullable String before, @Nullable String after, Reach reach) {

  /** Which events a change counts for. */
  enum Reach {
    /** It applies at once to all that is in the ledger. */
    ALL_HISTORY("all history, at once"),
    /** It says what an event counts for, and events of the past are not kept. */
    NEW_EVENTS("new events; history needs a replay");

    final String words;

    Reach(String words) {
      this.words = words;
    }
  }
}
