package io.leadpulse.chaos.identity;

import java.util.ArrayList;
import java.util.List;

/** What is not as it should be: how much of it, and the first of each kind for people. */
final class Findings {
  private static final int MOST_EXAMPLES = 5;

  private final List<String> examples = new ArrayList<>();

  /** Those of one kind. */
  final class Kind {
    private final String name;
    private long count;

    private Kind(String name) {
      this.name = name;
    }

    void add(String format, Object... values) {
      count++;
      if (count <= MOST_EXAMPLES) {
        examples.add(name + ": " + String.format(format, values));
      }
    }

    long count() {
      return count;
    }
  }

  Kind kind(String name) {
    return new Kind(name);
  }

  List<String> examples() {
    return examples;
  }
}
