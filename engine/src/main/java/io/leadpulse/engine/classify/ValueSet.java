package io.leadpulse.engine.classify;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The values of one attribute that a signal accepts. */
final class ValueSet {
  private final Attribute attribute;
  private final Set<String> exact;
  private final Glob[] globs;

  ValueSet(Attribute attribute, List<String> wanted) {
    this.attribute = attribute;
    exact =
        wanted.stream()
            .filter(attribute::isExact)
            .flatMap(value -> attribute.spellings(value).stream())
            .collect(Collectors.toUnmodifiableSet());
    globs =
        wanted.stream()
            .filter(value -> !attribute.isExact(value))
            .map(attribute::glob)
            .toArray(Glob[]::new);
  }

  Attribute attribute() {
    return attribute;
  }

  /** Whether the value is one of these; an empty value, which is no value, never is. */
  boolean contains(String value) {
    if (value.isEmpty()) {
      return false;
    }
    if (exact.contains(value)) {
      return true;
    }
    int end = attribute.end(value);
    for (Glob glob : globs) {
      if (glob.matches(value, end)) {
        return true;
      }
    }
    return false;
  }
}
