package io.leadpulse.cli.model;

import io.leadpulse.cli.model.Change.Reach;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The comparison for people. */
final class DiffText {
  private static final int WIDE = 48;
  private static final int MILLI_DIGITS = 3;

  private final PrintWriter out;

  DiffText(PrintWriter out) {
    this.out = out;
  }

  void changes(String before, String after, List<Change> changes) {
    if (changes.isEmpty()) {
      out.printf("%s and %s judge alike%n", before, after);
      return;
    }
    out.printf("%s -> %s%n%n", before, after);
    int width = Math.min(WIDE, changes.stream().mapToInt(c -> c.path().length()).max().orElse(0));
    for (Change change : changes) {
      out.printf("  %-" + width + "s  %s%n", change.path(), values(change));
    }
    long later = ModelChanges.count(changes, Reach.NEW_EVENTS);
    out.printf(
        "%n%d of %d for %s; %d for %s (*)%n",
        changes.size() - later,
        changes.size(),
        Reach.ALL_HISTORY.words,
        later,
        Reach.NEW_EVENTS.words);
  }

  private static String values(Change change) {
    String mark = change.reach() == Reach.NEW_EVENTS ? "  *" : "";
    if (change.before() == null) {
      return "new: " + change.after() + mark;
    }
    if (change.after() == null) {
      return "gone: " + change.before() + mark;
    }
    return change.before() + " -> " + change.after() + mark;
  }

  void leads(SavedLeads saved, int limit) {
    out.printf(
        "%n%d leads: %d would enter HOT with their next event, %d would leave it%n",
        saved.leads(), saved.entering(), saved.leaving());
    byScorecard(saved).forEach((card, line) -> out.printf("  %-20s %s%n", card, line));
    if (!saved.crossings().isEmpty()) {
      out.printf("%n  %-7s %-32s %-20s %10s %10s%n", "", "LEAD", "SCORECARD", "BEFORE", "AFTER");
    }
    saved.crossings().stream().limit(limit).forEach(this::line);
    if (saved.crossings().size() > limit) {
      out.printf("  ... and %d more%n", saved.crossings().size() - limit);
    }
  }

  private static Map<String, String> byScorecard(SavedLeads saved) {
    Map<String, String> lines = new TreeMap<>();
    saved.crossings().stream()
        .map(LeadVerdict::scorecard)
        .distinct()
        .forEach(
            card -> {
              List<LeadVerdict> of =
                  saved.crossings().stream().filter(v -> v.scorecard().equals(card)).toList();
              long entering = of.stream().filter(LeadVerdict::entered).count();
              lines.put(card, "%d enter, %d leave".formatted(entering, of.size() - entering));
            });
    return lines;
  }

  private void line(LeadVerdict verdict) {
    out.printf(
        "  %-7s %-32s %-20s %10s %10s%n",
        verdict.entered() ? "enters" : "leaves",
        verdict.leadId(),
        verdict.scorecard(),
        points(verdict.intentBeforeMilli()),
        points(verdict.intentAfterMilli()));
  }

  private static String points(long milli) {
    return BigDecimal.valueOf(milli, MILLI_DIGITS).toPlainString();
  }
}
