package io.leadpulse.chaos.stage;

import java.util.ArrayList;
import java.util.List;

/** What is not as it should be: how much of it, and the first of each kind for people. */
public final class Findings {
  private static final int MOST_EXAMPLES = 5;

  private final List<String> examples = new ArrayList<>();

  /** Those of one kind. */
  public final class Kind {
    private final String name;
    private long count;

    private Kind(String name) {
      this.name = name;
    }

    public void add(String format, Object... values) {
      count++;
      if (count <= MOST_EXAMPLES) {
        examples.add(name + ": " + String.format(format, values));
      }
    }

    public long count() {
      return count;
    }
  }

  public Kind kind(String name) {
    return new Kind(name);
  }

  public List<String> examples() {
    return examples;
  }
}
