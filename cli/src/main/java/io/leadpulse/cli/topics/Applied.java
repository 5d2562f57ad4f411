package io.leadpulse.cli.topics;

/**
 * What came of one change.
 *
 * @param detail why it was refused or how it failed; else what was done
 */
record Applied(Change change, Result result, String detail) {

  /** The results, named as they are shown. */
  enum Result {
    done,
    refused,
    failed
  }

  @Override
  public String toString() {
    return result == Result.done
        ? "%-7s  %s".formatted(result, detail)
        : "%-7s  %s: %s".formatted(result, change, detail);
  }
}
