package io.leadpulse.jobs.score;

import io.leadpulse.engine.hygiene.SuspectReason;
import io.leadpulse.engine.lead.Alert;
import io.leadpulse.engine.lead.Blocker;
import io.leadpulse.engine.lead.Impact;
import io.leadpulse.engine.lead.LeadScorer;
import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.Move;
import io.leadpulse.engine.lead.ScoreRow;
import io.leadpulse.engine.lead.Step;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.jobs.codec.OutputCodec;
import io.leadpulse.jobs.publish.PendingRows;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.SourceTopic;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What leaves the operator: alerts at once, rows gathered until the next flush. A row that is not
 * flushed is in no checkpoint, so there is a flush before every barrier.
 */
final class Outlet {
  private final OutputCodec codec;
  private final Consumer<OutputRecord> output;
  private final LongSupplier clock;
  private final boolean gathers;
  private final ScoreMetrics metrics;
  private final AccountDesk accounts;

  /** As they will be written: an array lives cheaper than all that a row was made of. */
  private final PendingRows<OutputRecord> pending = new PendingRows<>();

  /**
   * @param clock epoch milliseconds
   * @param gathers whether rows wait for a flush
   */
  Outlet(
      OutputCodec codec,
      Consumer<OutputRecord> output,
      LongSupplier clock,
      boolean gathers,
      AccountDesk accounts,
      ScoreMetrics metrics) {
    this.codec = codec;
    this.output = output;
    this.clock = clock;
    this.gathers = gathers;
    this.accounts = accounts;
    this.metrics = metrics;
  }

  /**
   * Publishes what an input or a timer brought about.
   *
   * @param since Kafka time of the input, or {@link PendingRows#NO_INPUT}
   */
  void publish(String leadId, LeadState state, Step step, long since) {
    for (Blocker reason : step.suppressed()) {
      metrics.suppressed(reason);
    }
    for (Alert alert : step.alerts()) {
      accounts.alert(alert, codec.alert(alert), output);
      metrics.alert(alert.type());
      measure(since);
    }
    for (Impact impact : step.impacts()) {
      output.accept(codec.impact(impact));
      metrics.impact(impact.entered());
    }
    for (ScoreRow row : step.rows()) {
      pending.add(leadId, row.scorecard(), codec.score(row), since);
    }
    accounts.told(leadId, state, step);
    if (!gathers) {
      flush();
    }
    pending.trim(PendingRows.MOST, this::write);
  }

  /**
   * Tells of an engagement that is a suspect.
   *
   * @param leadId the lead that has taken it
   * @param reasons bits of the {@link SuspectReason}s
   */
  void suspect(String leadId, LeadInput.Engaged input, int reasons, ScoringModel model) {
    output.accept(codec.suspect(leadId, input, SuspectReason.of(reasons), model));
  }

  /** Tells of one that has become a suspect by what came later, or is none any more. */
  void suspect(String leadId, SourceTopic source, Move move, @Nullable LeadScorer judge) {
    output.accept(codec.suspect(leadId, source, move, judge == null ? null : judge.model()));
  }

  /** Writes all rows that wait. */
  void flush() {
    accounts.flush();
    if (pending.size() == 0) {
      return;
    }
    long start = System.nanoTime();
    pending.drainTo(this::write);
    metrics.flushed(System.nanoTime() - start);
  }

  private void write(OutputRecord row, long since) {
    output.accept(row);
    metrics.row(row.value() == null);
    measure(since);
  }

  private void measure(long since) {
    if (since != PendingRows.NO_INPUT) {
      metrics.published(clock.getAsLong() - since);
    }
  }

  int pendingRows() {
    return pending.size();
  }
}
