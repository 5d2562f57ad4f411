package io.leadpulse.chaos.exactlyonce;

import io.leadpulse.chaos.agent.Traps;
import io.leadpulse.chaos.fault.Fault;
import io.leadpulse.chaos.fault.FaultPlan;
import io.leadpulse.chaos.fault.Ordeal;
import io.leadpulse.chaos.fault.Striker;
import io.leadpulse.chaos.oracle.Oracle;
import io.leadpulse.chaos.workload.Calendar;
import io.leadpulse.chaos.workload.ChaosModel;
import io.leadpulse.chaos.workload.Feed;
import io.leadpulse.chaos.workload.FeedRun;
import io.leadpulse.chaos.workload.Taken;
import io.leadpulse.chaos.workload.Workload;
import io.leadpulse.cli.stack.EndOffsets;
import io.leadpulse.cli.stack.JobMetrics;
import io.leadpulse.cli.stack.OutcomeTotals;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.engine.lead.Hours;
import io.leadpulse.schemas.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One run: a cluster, a feed, a plan of faults, a reader, and the oracle at the end. */
final class ExactlyOnceRun {
  private static final Duration TAKE_LIMIT = Duration.ofMinutes(5);

  private final Settings settings;
  private final PrintWriter err;
  private final long start = System.nanoTime();

  ExactlyOnceRun(Settings settings, PrintWriter err) {
    this.settings = settings;
    this.err = err;
  }

  /** The report; what is wrong is told on standard error by name. */
  Report execute() throws IOException, InterruptedException {
    Workload workload = Workload.of(settings.seed(), settings.records());
    say("%d records of %d leads", workload.entries().size(), workload.leads());
    try (Stage stage = Stage.start(settings, err)) {
      say("up in %s; logs and data in %s", stage.cluster().bootstrap(), settings.folder());
      String bootstrap = stage.cluster().bootstrap();
      try (OutputWatch watch = new OutputWatch(bootstrap, Stage.PREFIX);
          Taken taken = new Taken(bootstrap, Stage.GROUP);
          Feed feed = new Feed(bootstrap, Stage.PREFIX, stage.partitions());
          FeedRun sending = new FeedRun(feed, taken, workload, settings.rate())) {
        Ordeal ordeal = strikeAll(stage, watch, sending);
        return judge(stage, workload, watch, sending, ordeal);
      }
    }
  }

  private Ordeal strikeAll(Stage stage, OutputWatch watch, FeedRun sending) throws IOException {
    Striker striker = new Striker(stage.cluster(), new Traps(stage.traps()), stage::busy);
    Ordeal ordeal = new Ordeal(stage.cluster(), striker, watch::newestMillis);
    List<Fault> faults = FaultPlan.of(settings.seed(), settings.kills()).faults();
    Pace pace = new Pace(settings.rate(), faults.size());
    ordeal.begin();
    for (Fault fault : faults) {
      String blow = ordeal.strike(fault);
      sending.pace(pace.next(sending.left()));
      say("%3d of %d  %s, %d records sent", ordeal.blows(), faults.size(), blow, sending.sent());
    }
    sending.pace(settings.rate());
    return ordeal;
  }

  private Report judge(
      Stage stage, Workload workload, OutputWatch watch, FeedRun sending, Ordeal ordeal)
      throws InterruptedException {
    stage.cluster().await("the rest of the records", TAKE_LIMIT, sending::isTaken);
    Map<String, Map<String, Long>> outcomes = outcomes(stage, workload.entries().size());
    say("all is taken; draining");
    stage.cluster().drain(stage.job(), settings.folder().resolve("savepoints"));
    Seen seen = watch.finish();
    long deadLetters =
        EndOffsets.sum(stage.cluster().bootstrap(), Stage.PREFIX, List.of(Topics.DEAD_LETTER));
    say("asking the oracle");
    Oracle oracle =
        Oracle.of(ChaosModel.parse(), workload.entries(), Hours.of(Calendar.END.toEpochMilli()));
    Comparison comparison = Comparison.of(oracle, seen, outcomes);
    comparison.examples().forEach(err::println);
    seen.anomalies().forEach(anomaly -> err.println("reader: " + anomaly));
    return report(workload, watch, oracle, comparison, seen, deadLetters, ordeal);
  }

  /** By source topic, once they add up to the records sent, or as they are if they never do. */
  private static Map<String, Map<String, Long>> outcomes(Stage stage, long records) {
    JobMetrics metrics = new JobMetrics(stage.cluster().rest(), stage.job());
    OutcomeTotals[] last = {metrics.outcomes()};
    try {
      stage
          .cluster()
          .await(
              "outcomes",
              Duration.ofSeconds(20),
              () -> {
                last[0] = metrics.outcomes();
                return sum(last[0].bySource()) == records;
              });
    } catch (CliException neverAddUp) {
      return last[0].bySource();
    }
    return last[0].bySource();
  }

  private static long sum(Map<String, Map<String, Long>> outcomes) {
    return outcomes.values().stream()
        .flatMap(counts -> counts.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  private Report report(
      Workload workload,
      OutputWatch watch,
      Oracle oracle,
      Comparison comparison,
      Seen seen,
      long deadLetters,
      Ordeal ordeal) {
    return new Report(
        ordeal.blows(),
        ordeal.byTarget(),
        ordeal.byPoint(),
        ordeal.missed(),
        settings.seed(),
        workload.entries().size(),
        workload.leads(),
        watch.rows(),
        comparison.differences(),
        oracle.notices().size(),
        comparison.missing(),
        comparison.twice(),
        comparison.unexpected(),
        comparison.outcomes(),
        deadLetters,
        seen.anomalyCount(),
        ordeal.recoveries(),
        Duration.ofNanos(System.nanoTime() - start).toSeconds());
  }

  private void say(String format, Object... values) {
    double seconds = (System.nanoTime() - start) / 1e9;
    err.printf(Locale.ROOT, "%6.1f s  %s%n", seconds, String.format(Locale.ROOT, format, values));
    err.flush();
  }
}
