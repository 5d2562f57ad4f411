package io.leadpulse.engine.yaml;

/**
 * A place in a text file, as editors count.
 *
 * @param line from 1
 * @param column from 1, in code points
 */
public record Place(String file, int line, int column) {

  /** The first character of a file. */
  public static Place startOf(String file) {
    return new Place(file, 1, 1);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
