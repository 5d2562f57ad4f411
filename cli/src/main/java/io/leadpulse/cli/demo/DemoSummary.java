package io.leadpulse.cli.demo;

import io.leadpulse.cli.stack.OutcomeTotals;
import io.leadpulse.engine.lead.Outcome;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * What a demo did, from the first record to the last.
 *
 * @param events engagement records in the topics, by their end offsets
 * @param applied of them, those that counted, whether they matched a signal or none
 * @param duplicates further copies of the same event
 * @param expired older than the retention
 * @param suspects made by a machine or our own staff
 * @param deadLetters unusable, whatever the cause
 * @param waiting of visitors whom no lead is known to be yet, or on their way to the lead that
 *     theirs was merged into
 * @param dropped taken out by a stated bound
 * @param erased of leads that were to be forgotten
 * @param pending clicks that wait for the verdict on them
 * @param profiles profile records that were applied; not among the events
 * @param sales sales activities that were applied; not among the events
 * @param scores score records published
 * @param alertsRaised alerts of newly hot leads
 * @param leads leads with a score
 * @param latencyMs from the append of an event to the reading of the score that it caused
 * @param conserved whether the outcomes add up to the events
 */
record DemoSummary(
    long events,
    long applied,
    long duplicates,
    long expired,
    long suspects,
    long deadLetters,
    long waiting,
    long dropped,
    long erased,
    long pending,
    long profiles,
    long sales,
    long scores,
    long alertsRaised,
    long leads,
    Latency latencyMs,
    boolean conserved) {

  /** Percentiles in milliseconds. */
  record Latency(long p50, long p99) {}

  static DemoSummary of(long events, OutcomeTotals totals, ScoreBoard board) {
    return new DemoSummary(
        events,
        totals.engagements(Outcome.APPLIED.term()),
        totals.engagements(Outcome.DUPLICATE.term()),
        totals.engagements(Outcome.EXPIRED.term()),
        totals.engagements(Outcome.SUSPECT.term()),
        totals.engagements(Outcome.DEAD_LETTERED.term()),
        totals.engagements(Outcome.WAITING.term()),
        totals.engagements(Outcome.DROPPED.term()),
        totals.engagements(Outcome.ERASED.term()),
        totals.engagements(Outcome.PENDING.term()),
        totals.of("lead-profile.v1", Outcome.APPLIED.term()),
        totals.of("sales-activity.v1", Outcome.APPLIED.term()),
        board.scores(),
        board.alertsRaised(),
        board.leads(),
        new Latency(board.latency(0.5), board.latency(0.99)),
        totals.engagements() == events);
  }

  void print(PrintWriter out) {
    out.printf(Locale.ROOT, "%n%,d events%n", events);
    line(out, applied, "applied");
    line(out, duplicates, "duplicates");
    line(out, expired, "expired");
    line(out, suspects, "suspects (machines, own staff)");
    line(out, deadLetters, "dead letters");
    line(out, waiting, "waiting for their lead");
    line(out, dropped, "dropped (bounds on visitors)");
    line(out, erased, "erased (of leads to be forgotten)");
    line(out, pending, "pending (clicks in quarantine)");
    out.println(conserved ? "  = every event is accounted for" : "  ≠ the events: some are lost");
    out.printf(
        Locale.ROOT,
        "%,d leads scored, %,d score records, %,d alerts of hot leads%n",
        leads,
        scores,
        alertsRaised);
    out.printf(
        Locale.ROOT,
        "event to visible score: p50 %,d ms, p99 %,d ms%n",
        latencyMs.p50(),
        latencyMs.p99());
    out.flush();
  }

  private static void line(PrintWriter out, long count, String what) {
    out.printf(Locale.ROOT, "%,12d %s%n", count, what);
  }
}
