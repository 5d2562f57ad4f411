package io.leadpulse.chaos.rescore;

import io.leadpulse.chaos.cluster.ManagedProcess;
import io.leadpulse.chaos.stage.Board;
import io.leadpulse.chaos.stage.ColdReplay;
import io.leadpulse.chaos.stage.Inputs;
import io.leadpulse.chaos.stage.Stage;
import io.leadpulse.cli.terminal.Progress;
import io.leadpulse.engine.release.Release;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** Many releases in a row while events come and the TaskManager dies. */
final class ChurnRun {
  private static final Duration LIMIT = Duration.ofMinutes(20);
  private static final Duration BETWEEN_RELEASES = Duration.ofMillis(40);
  private static final int EVENTS_BETWEEN = 5;

  /** Every change is published, so that the last row of a lead is exact. */
  private static final String SETTINGS =
      "score.tolerance: 0\nparallelism: 2\ncheckpoint.interval: 2s\n";

  private final long seed;
  private final int leads;
  private final int releases;
  private final Progress progress;
  private final Timetable timetable;
  private final Set<Long> effectiveAts = new HashSet<>();
  private long late;
  private long effectiveAtOfHighest;

  /**
   * @param leads every second of them acts during the releases, the others do not
   */
  ChurnRun(long seed, int leads, int releases, Progress progress) {
    this.seed = seed;
    this.leads = leads;
    this.releases = releases;
    this.progress = progress;
    timetable = new Timetable(seed, releases);
  }

  ChurnReport run() throws IOException {
    try (Stage stage = Stage.open("leadpulse-releases-");
        Board board = new Board(stage)) {
      stage.publish(Variant.of(seed, 1).release(1, 0));
      Visits visits = new Visits(stage.sender(), seed);
      visits.past(leads, Instant.now());
      stage.start(SETTINGS);
      progress.step(
          "leads", () -> stage.await(LIMIT, taken -> taken.engagements() >= visits.sent()));
      progress.step("rows", () -> board.settle(LIMIT));
      long start = System.currentTimeMillis();
      progress.step("releases", () -> release(stage, visits));
      progress.step(
          "events", () -> stage.await(LIMIT, totals -> totals.engagements() >= visits.sent()));
      long highest = timetable.highest();
      progress.step("sweep", () -> board.converge(highest, LIMIT));
      double seconds = (System.currentTimeMillis() - start) / 1e3;
      long restarts = stage.restarts();
      boolean alive = stage.isRunning();
      stage.stopJob();
      board.update();
      ColdReplay cold =
          new ColdReplay(Variant.of(seed, highest).release(highest, effectiveAtOfHighest));
      progress.step("oracle", () -> SweepRun.replay(stage, cold));
      return new ChurnReport(
          releases,
          leads,
          visits.sent(),
          board.rows().size(),
          seconds,
          late,
          timetable.outOfOrder(),
          sameMillisecond(stage),
          1,
          restarts,
          alive,
          deadLetters(stage),
          board.behind(highest),
          board.differences(cold),
          SweepRun.raisedSince(stage, start, lead -> lead % 2 == 0),
          impacts(stage));
    }
  }

  private void release(Stage stage, Visits visits) {
    SplittableRandom random = new SplittableRandom(seed + 1);
    for (int i = 0; i < releases; i++) {
      for (int event = 0; event < EVENTS_BETWEEN; event++) {
        visits.send(random.nextInt(leads / 2) * 2 + 1, Instant.now());
      }
      publish(stage, timetable.version(i));
      if (i == releases / 2) {
        restart(stage.cluster().taskManagers().get(0));
      }
      LockSupport.parkNanos(BETWEEN_RELEASES.toNanos());
    }
  }

  private void publish(Stage stage, long version) {
    long now = System.currentTimeMillis();
    long effectiveAt = timetable.effectiveAt(now, stage.sender().latestTimestamp());
    effectiveAts.add(effectiveAt);
    late += effectiveAt <= now ? 1 : 0;
    if (version == timetable.highest()) {
      effectiveAtOfHighest = effectiveAt;
    }
    Release release = Variant.of(seed, version).release(version, effectiveAt);
    stage.publish(release);
  }

  private static void restart(ManagedProcess process) {
    try {
      process.restart();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long sameMillisecond(Stage stage) {
    Set<Long> met = new HashSet<>();
    Inputs.read(
        stage.cluster().bootstrap(),
        (source, raw, message) -> {
          if (effectiveAts.contains(raw.recordedAt())) {
            met.add(raw.recordedAt());
          }
        });
    return met.size();
  }

  private static long deadLetters(Stage stage) {
    long[] count = {0};
    stage.read(Topics.DEAD_LETTER, Limits.DEAD_LETTER, letter -> count[0]++);
    return count[0];
  }

  private static long impacts(Stage stage) {
    long[] count = {0};
    stage.read(Topics.MODEL_IMPACT, Limits.RESULT, impact -> count[0]++);
    return count[0];
  }
}
