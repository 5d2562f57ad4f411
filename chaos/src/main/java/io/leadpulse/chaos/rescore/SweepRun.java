package io.leadpulse.chaos.rescore;

import io.leadpulse.chaos.stage.Board;
import io.leadpulse.chaos.stage.ColdReplay;
import io.leadpulse.chaos.stage.Inputs;
import io.leadpulse.chaos.stage.Stage;
import io.leadpulse.cli.terminal.Progress;
import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.codec.InputCodec;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntPredicate;

/** One release for many leads, in live time: how soon all have met it, and at what price. */
final class SweepRun {
  private static final Duration LIMIT = Duration.ofMinutes(20);
  private static final Duration EFFECTIVE_IN = Duration.ofSeconds(20);

  /** Of checkpoints, in milliseconds: one that waits when the sweep begins counts too. */
  private static final long INTERVAL = 1_000;

  private static final String SETTINGS = "parallelism: 2\ncheckpoint.interval: 1s\n";

  private final long seed;
  private final int leads;
  private final Progress progress;

  SweepRun(long seed, int leads, Progress progress) {
    this.seed = seed;
    this.leads = leads;
    this.progress = progress;
  }

  SweepReport run() throws IOException {
    Variant before = Variant.of(seed, 1);
    Variant after = Variant.of(seed, 2);
    try (Stage stage = Stage.open("leadpulse-rescore-");
        Board board = new Board(stage)) {
      stage.publish(before.release(1, 0));
      Visits visits = new Visits(stage.sender(), seed);
      progress.step("records", () -> visits.past(leads, Instant.now()));
      stage.start(SETTINGS);
      progress.step(
          "leads", () -> stage.await(LIMIT, taken -> taken.engagements() >= visits.sent()));
      progress.step("rows", () -> board.settle(LIMIT));
      long effectiveAt = System.currentTimeMillis() + EFFECTIVE_IN.toMillis();
      Release release = after.release(2, effectiveAt);
      stage.publish(release);
      progress.step("sweep", () -> board.converge(2, LIMIT.plus(EFFECTIVE_IN)));
      double visible = (System.currentTimeMillis() - effectiveAt) / 1e3;
      Board.Arrival arrival = board.arrival(2);
      Barriers barriers = Barriers.between(stage, effectiveAt - INTERVAL, arrival.last());
      long restarts = stage.restarts();
      stage.stopJob();
      board.update();
      ColdReplay coldBefore = new ColdReplay(before.release(1, 0));
      ColdReplay coldAfter = new ColdReplay(release);
      progress.step("oracle", () -> replay(stage, coldBefore, coldAfter));
      Crossings crossings = new Crossings(before, after, coldBefore, coldAfter);
      crossings.compare(stage, board);
      double seconds = (arrival.last() - effectiveAt) / 1e3;
      return new SweepReport(
          leads,
          visits.sent(),
          board.rows().size(),
          seconds,
          visible,
          Math.round(arrival.rows() / seconds),
          barriers,
          board.behind(2),
          board.differences(coldAfter),
          raisedSince(stage, effectiveAt, lead -> true),
          crossings.told(),
          crossings.entered(),
          crossings.expected(),
          crossings.differences(),
          restarts);
    }
  }

  /** Hands all inputs to cold replays. */
  static void replay(Stage stage, ColdReplay... replays) {
    InputCodec codec = new InputCodec();
    Inputs.read(
        stage.cluster().bootstrap(),
        (source, raw, message) -> {
          if (codec.read(source, raw) instanceof Reading.Value<SourceInput> value
              && value.value() instanceof LeadInput input) {
            for (ColdReplay replay : replays) {
              replay.take(input);
            }
          }
        });
  }

  /** Alerts of some leads that Kafka appended since; a lead may cool as time goes by. */
  static long raisedSince(Stage stage, long since, IntPredicate leads) {
    long[] raised = {0};
    stage.read(
        Topics.HOT_LEAD_ALERT,
        Limits.RESULT,
        alert -> {
          if (alert.timestamp() >= since) {
            alert.ifValue(
                value -> {
                  boolean counts =
                      value.getType() != AlertType.COOLED
                          && leads.test(Visits.number(value.getLeadId()));
                  raised[0] += counts ? 1 : 0;
                });
          }
        });
    return raised[0];
  }
}
