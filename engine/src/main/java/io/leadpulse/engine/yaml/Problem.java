package io.leadpulse.engine.yaml;

import java.util.Comparator;

/**
 * What is wrong with a configuration, where, and what to write instead.
 *
 * @param line from 1
 * @param column from 1, in code points
 */
public record Problem(String file, int line, int column, String message, String fix)
    implements Comparable<Problem> {

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparingInt(Problem::column)
          .thenComparing(Problem::message)
          .thenComparing(Problem::fix);

  @Override
  public int compareTo(Problem other) {
    return BY_PLACE.compare(this, other);
  }

  /** One line in the form that editors and terminals turn into a link. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + message + "; fix: " + fix;
  }
}
