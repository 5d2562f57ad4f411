package io.leadpulse.chaos.rescale;

import io.leadpulse.chaos.oracle.Oracle;
import io.leadpulse.chaos.workload.Calendar;
import io.leadpulse.chaos.workload.ChaosModel;
import io.leadpulse.chaos.workload.Workload;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.engine.lead.Hours;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** All runs over one input, on one Java after the other. */
final class RescaleRun {
  private static final List<Integer> PLAIN = List.of(1, 2, 4, 8);
  private static final List<Integer> RESCALED = List.of(1, 4, 2, 8);
  private static final int MOST_EXAMPLES = 5;

  private final long seed;
  private final Workload workload;
  private final Path folder;
  private final PrintWriter err;
  private final long start = System.nanoTime();
  private final List<RunResult> results = new ArrayList<>();
  private final Rows oracle;

  /**
   * @param folder for everything that the clusters write; kept
   */
  RescaleRun(long seed, int events, Path folder, PrintWriter err) {
    this.seed = seed;
    this.folder = folder;
    this.err = err;
    workload = Workload.of(seed, events);
    say("%d records of %d leads", workload.entries().size(), workload.leads());
    int endHour = Hours.of(Calendar.END.toEpochMilli());
    oracle = Rows.of(Oracle.of(ChaosModel.parse(), workload.entries(), endHour).verdicts());
  }

  Report execute() throws IOException {
    Optional<Jdk> newer = Jdk.newer(System.getenv("JAVA21_HOME"));
    runOn(Jdk.own());
    if (newer.isPresent()) {
      runOn(newer.get());
    } else {
      say("skipped: there is no newer JDK; set JAVA21_HOME");
    }
    int differences = results.stream().mapToInt(RunResult::differences).sum();
    return new Report(
        seed,
        workload.entries().size(),
        workload.leads(),
        newer.isPresent(),
        oracle.digest(),
        results,
        differences,
        (System.nanoTime() - start) / 1_000_000_000);
  }

  private void runOn(Jdk jdk) throws IOException {
    Path own = folder.resolve("java-" + jdk.version());
    try (Stage stage = Stage.start(jdk, own, workload, err)) {
      say("Java %s: all records are in Kafka; logs and data in %s", jdk.version(), own);
      long began = System.nanoTime();
      List<Long> stoppedAt = new ArrayList<>();
      Rows rows = stage.rescaled(RESCALED, stoppedAt);
      requireInTheMiddle(stoppedAt);
      judge(jdk, RESCALED, stoppedAt, rows, began);
      for (int parallelism : PLAIN) {
        long plainBegan = System.nanoTime();
        judge(jdk, List.of(parallelism), List.of(), stage.plain(parallelism), plainBegan);
      }
    }
  }

  /** A job that had read all before its last stop proves less than this promises. */
  private void requireInTheMiddle(List<Long> stoppedAt) {
    long last = stoppedAt.get(stoppedAt.size() - 1);
    if (last >= workload.entries().size()) {
      throw CliException.failure(
          "the job had read all before its last stop; give it more --events than "
              + workload.entries().size());
    }
  }

  private void judge(Jdk jdk, List<Integer> parallelism, List<Long> stops, Rows rows, long began) {
    Set<String> differences = rows.differences(oracle);
    differences.stream()
        .limit(MOST_EXAMPLES)
        .forEach(
            key ->
                err.printf(
                    "%s: wanted %s, found %s%n",
                    key, oracle.byKey().get(key), rows.byKey().get(key)));
    double seconds = Math.round((System.nanoTime() - began) / 1e8) / 10.0;
    results.add(
        new RunResult(
            jdk.version(),
            parallelism,
            List.copyOf(stops),
            rows.size(),
            rows.digest(),
            differences.size(),
            seconds));
    say(
        "Java %s, parallelism %s: %d rows, %d differ, %s, %.1f s",
        jdk.version(),
        parallelism,
        rows.size(),
        differences.size(),
        rows.digest().substring(0, 12),
        seconds);
  }

  private void say(String format, Object... values) {
    double seconds = (System.nanoTime() - start) / 1e9;
    err.printf(Locale.ROOT, "%6.1f s  %s%n", seconds, String.format(Locale.ROOT, format, values));
    err.flush();
  }
}
