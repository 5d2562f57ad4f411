package io.leadpulse.chaos.fuzz;

import io.leadpulse.chaos.stage.ColdReplay;
import io.leadpulse.chaos.stage.Inputs;
import io.leadpulse.chaos.stage.Stage;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.OutcomeTotals;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.Progress;
import io.leadpulse.engine.release.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** One run: good and damaged records to a job of real processes, and what came of them. */
final class FuzzRun {
  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final String MODEL = "b2b-japan";

  /** Four damaged records, then a good one. */
  private static final int GOOD_EVERY = 5;

  private static final int RECORDS_PER_LEAD = 40;

  /** Every change is published, so that the last row of a lead is exact. */
  private static final String SETTINGS =
      "score.tolerance: 0\nparallelism: 2\ncheckpoint.interval: 5s\n";

  private final long seed;
  private final long records;
  private final Progress progress;

  /**
   * @param fuzzed how many records are damaged; the good ones come on top
   */
  FuzzRun(long seed, long fuzzed, Progress progress) {
    this.seed = seed;
    records = fuzzed + fuzzed / (GOOD_EVERY - 1);
    this.progress = progress;
  }

  FuzzReport run() throws IOException {
    try (Stage stage = progress.step("cluster", FuzzRun::open)) {
      Release release = release();
      stage.publish(release);
      progress.step("records", () -> send(stage));
      progress.step("start", () -> stage.start(SETTINGS));
      long start = System.nanoTime();
      OutcomeTotals totals =
          progress.step("job", () -> stage.await(LIMIT, seen -> sum(seen) >= records));
      double seconds = (System.nanoTime() - start) / 1e9;
      long restarts = stage.restarts();
      if (!stage.isRunning()) {
        throw CliException.failure("the job does not run any more");
      }
      progress.step("stop", stage::stopJob);
      ColdReplay scores = new ColdReplay(release);
      Expectation expected = new Expectation(scores);
      progress.step("oracle", () -> Inputs.read(stage.cluster().bootstrap(), expected::take));
      return progress.step(
          "compare",
          () -> new Comparison(stage, expected, scores, totals).report(seed, restarts, seconds));
    }
  }

  private static Stage open() {
    try {
      return Stage.open("leadpulse-fuzz-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Release release() throws IOException {
    String yaml = Files.readString(Home.current().file("config/models/" + MODEL + ".yaml"));
    return Release.of(MODEL, 1, 0, yaml);
  }

  private void send(Stage stage) {
    int leads = (int) Math.max(8, records / RECORDS_PER_LEAD);
    Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
    Vandal vandal = new Vandal(seed, new Specimens(seed, leads, now));
    for (long number = 0; number < records; number++) {
      boolean good = number % GOOD_EVERY == GOOD_EVERY - 1;
      stage.sender().send(good ? vandal.good(number) : vandal.damaged(number));
    }
    stage.sender().flush();
  }

  static long sum(OutcomeTotals totals) {
    long sum = 0;
    for (Map<String, Long> outcomes : totals.bySource().values()) {
      for (long count : outcomes.values()) {
        sum += count;
      }
    }
    return sum;
  }
}
