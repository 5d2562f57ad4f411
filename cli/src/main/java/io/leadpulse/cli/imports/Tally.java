package io.leadpulse.cli.imports;

import io.leadpulse.cli.terminal.Progress;
import io.leadpulse.intake.row.Row;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** Counts rows, says every few seconds how many, and at the end why some were refused. */
final class Tally {
  private static final long PAUSE_NANOS = Duration.ofSeconds(3).toNanos();

  /** Rows between two looks at the clock. */
  private static final int ROWS_A_LOOK = 256;

  /** Reasons are fixed texts, so that there are few; what is beyond this is not told apart. */
  private static final int REASON_LIMIT = 50;

  private final Progress progress;
  private final LongSupplier nanoTime;
  private final Map<String, Refusals> refusals = new LinkedHashMap<>();
  private final long startedAt;
  private long toldAt;
  private long sent;
  private long refused;

  /** How often a reason was met, and where first. */
  private static final class Refusals {
    private final String first;
    private long count;

    Refusals(String first) {
      this.first = first;
    }
  }

  /**
   * @param nanoTime as {@link System#nanoTime}
   */
  Tally(Progress progress, LongSupplier nanoTime) {
    this.progress = progress;
    this.nanoTime = nanoTime;
    startedAt = nanoTime.getAsLong();
    toldAt = startedAt;
  }

  void count(Row row, String fileName) {
    if (row instanceof Row.Rejected rejected) {
      refused++;
      refusalsFor(rejected.reason(), fileName, rejected.line()).count++;
    } else {
      sent++;
    }
    if ((sent + refused) % ROWS_A_LOOK == 0) {
      tellInTime();
    }
  }

  private Refusals refusalsFor(String reason, String fileName, long line) {
    boolean apart = refusals.containsKey(reason) || refusals.size() < REASON_LIMIT;
    return refusals.computeIfAbsent(
        apart ? reason : "other reasons", any -> new Refusals(fileName + ":" + line));
  }

  private void tellInTime() {
    long now = nanoTime.getAsLong();
    if (now - toldAt >= PAUSE_NANOS) {
      toldAt = now;
      long rows = sent + refused;
      progress.say(
          String.format(Locale.ROOT, "%,d rows, %,.0f/s", rows, rows * 1e9 / (now - startedAt)));
    }
  }

  /** Says why rows were refused. */
  void tellRefusals() {
    refusals.forEach(
        (reason, met) ->
            progress.say(
                String.format(
                    Locale.ROOT, "refused %,d: %s (first at %s)", met.count, reason, met.first)));
  }

  ImportSummary summary() {
    return new ImportSummary(sent + refused, sent, refused);
  }
}
