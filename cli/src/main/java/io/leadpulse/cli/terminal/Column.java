package io.leadpulse.cli.terminal;

/**
 * A column of a table.
 *
 * @param usual columns of the terminal: what it takes at least when rows are still to come, and its
 *     share where there is no room for all
 * @param numeric whether it holds numbers, which stand to the right
 * @param yields whether it is cut when the terminal is too narrow for all
 */
public record Column(String title, int usual, boolean numeric, boolean yields) {

  /** Text that is cut where there is no room. */
  public static Column text(String title, int usual) {
    return new Column(title, usual, false, true);
  }

  /** Short text that is always shown whole. */
  public static Column fixed(String title, int usual) {
    return new Column(title, usual, false, false);
  }

  /** Numbers; always shown whole. */
  public static Column number(String title, int usual) {
    return new Column(title, usual, true, false);
  }
}
