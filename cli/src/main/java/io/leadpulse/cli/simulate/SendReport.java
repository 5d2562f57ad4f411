package io.leadpulse.cli.simulate;

import java.io.PrintWriter;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the broker has taken.
 *
 * @param sent records by topic
 * @param engagements records that say what leads did, flawed ones included
 * @param duplicates further copies among them
 * @param delayed those that came minutes late
 * @param late those that came up to 24 hours late
 * @param unreadable those that nobody can read
 * @param future those with a timestamp ahead of the clock
 * @param noLead those that name a visitor only
 * @param leads leads that something was sent of
 */
public record SendReport(
    Map<String, Long> sent,
    long engagements,
    long duplicates,
    long delayed,
    long late,
    long unreadable,
    long future,
    long noLead,
    long leads) {

  public SendReport {
    sent = Collections.unmodifiableMap(new TreeMap<>(sent));
  }

  /** Records of all topics together. */
  public long total() {
    return sent.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Writes it for people, a count to a line. */
  void print(PrintWriter out) {
    sent.forEach((topic, count) -> line(out, topic, count));
    line(out, "engagements", engagements);
    line(out, "  duplicates", duplicates);
    line(out, "  minutes late", delayed);
    line(out, "  hours late", late);
    line(out, "  unreadable", unreadable);
    line(out, "  in the future", future);
    line(out, "  without a lead", noLead);
    line(out, "leads", leads);
    out.flush();
  }

  private static void line(PrintWriter out, String name, long count) {
    out.printf(Locale.ROOT, "%-35s %,12d%n", name, count);
  }
}
