package io.leadpulse.engine.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Collects the problems of a configuration, so that all of them are told at once. Keeps the first
 * {@value #LIMIT} and counts the others: a text made to fail must not fill the memory.
 */
public final class Problems {
  static final int LIMIT = 1_000;

  /** Beyond this many problems nobody reads suggestions, and they cost the most to find. */
  private static final int SUGGESTED = 100;

  private final List<Problem> kept = new ArrayList<>();
  private int count;

  public void add(Place place, String message, String fix) {
    count++;
    if (kept.size() < LIMIT) {
      kept.add(new Problem(place.file(), place.line(), place.column(), message, fix));
    }
  }

  /** Adds a problem with a word where only some words are known; the fix names the nearest. */
  public void addUnknown(Place place, String message, String word, Collection<String> known) {
    add(place, message, count < SUGGESTED ? Nearest.advice(word, known) : Nearest.list(known));
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /** All that were added, also those beyond the ones kept. */
  public int count() {
    return count;
  }

  /** The problems by place. */
  public List<Problem> list() {
    return kept.stream().sorted().toList();
  }

  /** The problems by place, one a line. */
  public String report() {
    StringBuilder report = new StringBuilder();
    for (Problem problem : list()) {
      report.append(problem).append('\n');
    }
    if (count > kept.size()) {
      report.append("and ").append(count - kept.size()).append(" more problems\n");
    }
    return report.toString();
  }
}
