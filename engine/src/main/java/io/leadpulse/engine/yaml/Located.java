package io.leadpulse.engine.yaml;

import java.util.List;
import java.util.Map;

/** A node of a YAML text that knows where it stands. */
sealed interface Located {

  Place place();

  /** A text, number or other single value; {@code plain} if it stands without quotes. */
  record Scalar(Place place, String value, boolean plain, ScalarSource source) implements Located {}

  record Sequence(Place place, List<Located> items) implements Located {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** A mapping in the order of the text. */
  record Mapping(Place place, Map<String, Entry> entries) implements Located {}

  record Entry(Place keyPlace, Located value) {}
}
