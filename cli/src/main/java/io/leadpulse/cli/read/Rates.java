package io.leadpulse.cli.read;

/** Parts of wholes in percent, with the size of a whole that is too small to go by. */
final class Rates {
  /** Smaller wholes are few. */
  private static final int ENOUGH = 20;

  private final Words words;

  Rates(Words words) {
    this.words = words;
  }

  /** Such as {@code 80 %}, {@code 40 % of 5}; empty of nothing. */
  String of(int part, int whole) {
    if (whole == 0) {
      return "";
    }
    return whole < ENOUGH
        ? words.say("rate.few", percent(part, whole), whole)
        : words.say("rate.many", percent(part, whole));
  }

  /** The same with what the whole is, such as {@code 40 % of 5 met}. */
  String of(int part, int whole, String name) {
    if (whole == 0) {
      return "";
    }
    return whole < ENOUGH
        ? words.say("rate.few-named", percent(part, whole), whole, name)
        : words.say("rate.many-named", percent(part, whole), name);
  }

  private static long percent(int part, int whole) {
    return Math.round(100.0 * part / whole);
  }
}
