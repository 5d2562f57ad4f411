package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.peer.Peer;
import io.leadpulse.benchmarks.traffic.BenchmarkModel;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import io.leadpulse.cli.terminal.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code benchmarks/run}: what an event costs, ours and others. */
@Command(
    name = "benchmarks/run",
    description = {
      "CPU per event of the lead-scoring job (model with 50 signals and two scorecards, RocksDB,"
          + " exactly once) and of what a user might have built instead, on the same"
          + " bytes of one broker.",
      "Rounds of one block for each, every second round backwards; a block is a JVM of its own,"
          + " measured between two counts of inputs after a warm-up. Medians of the pairs' ratios"
          + " with 95 %% intervals."
    },
    footerHeading = "%nExample:%n",
    footer =
        "  benchmarks/run W1 --peers pt1-standard,pt1-lean,pt2,kafka-streams --blocks 8 --output"
            + " json")
public final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "WORKLOAD",
      description = {
        "BASELINE: the job against itself without its scoring, on the traffic of W1; no peers.",
        "W1: sessions of leads drawn by Zipf's law with 0.8.",
        "W2: all leads alike, and W1 beside it; with 10,000,000 leads more than memory holds.",
        "W3: Zipf 1.2, a bot with 5 %% of the sessions, and W1 beside it.",
        "ACCOUNTS: all leads alike, each with an account, one of which has a tenth of the leads and"
            + " of the traffic, and the same without it; no peers.",
        "W4: 10, 100, 1,000 and 10,000 signals, three matches per event; no peers.",
        "W5: 30 days replayed, at whose beginning all leads ask for contact within a minute and a"
            + " tenth has sessions afterwards: the others cool in one and the same hour; no peers,"
            + " no warm-up.",
        "W6: all leads scored anew after a release of the model, which are its events; no peers.",
        "LATENCY: from when an event of W1 was to be sent until its alert can be read, at --load; no"
            + " peers.",
        "Without it all but BASELINE and LATENCY, in JSON by their names."
      })
  private @Nullable Workload workload;

  @Option(
      names = "--peers",
      paramLabel = "PEER",
      split = ",",
      defaultValue =
          "pt1-standard,pt1-lean,pt2,kafka-streams,kafka-streams-untuned,ours-rocksdb,ours-heap,copy",
      description = {
        "Beside ours (default: ${DEFAULT-VALUE}).",
        "Also flink-sql and flink-sql-mini-batch; and usual-way, which takes time by the square of a"
            + " lead's events: give it fewer of them."
      })
  private List<String> peers;

  @Option(
      names = "--blocks",
      paramLabel = "N",
      defaultValue = "8",
      description = "Of each (default: ${DEFAULT-VALUE}).")
  private int blocks;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "2000000",
      description = "Measured in each block (default: ${DEFAULT-VALUE}).")
  private long events;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "1000000",
      description =
          "Taken before that in each block, after one of every lead (default: ${DEFAULT-VALUE}).")
  private long warmUp;

  @Option(
      names = "--leads",
      paramLabel = "N",
      description = "There are (default: 1000000; for ACCOUNTS and W5 100000).")
  private @Nullable Integer leads;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "1000",
      description =
          "Events per second of their own time; 20 times as many sessions are open"
              + " (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--event-bytes",
      paramLabel = "N",
      defaultValue = "200",
      description = "Size of an event, about (default: ${DEFAULT-VALUE}).")
  private int eventBytes;

  @Option(
      names = "--checkpoint-interval",
      paramLabel = "DURATION",
      defaultValue = "10s",
      description = "Of all (default: ${DEFAULT-VALUE}).")
  private String checkpointInterval;

  @Option(
      names = "--tolerance",
      paramLabel = "POINTS",
      defaultValue = "5",
      description = "By which a published score may be off (default: ${DEFAULT-VALUE}).")
  private String tolerance;

  @Option(
      names = "--backlog",
      paramLabel = "N",
      defaultValue = "50000",
      description = "Events sent ahead of the reader at most (default: ${DEFAULT-VALUE}).")
  private int backlog;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Subtasks of each operator of all, not with Kafka Streams (default: ${DEFAULT-VALUE}).")
  private int parallelism;

  @Option(
      names = "--flink",
      paramLabel = "KEY=VALUE",
      description =
          "A setting of Flink or of its RocksDB, for all that run on it; may be repeated.")
  private Map<String, String> flink = new TreeMap<>();

  @Option(
      names = "--load",
      paramLabel = "PERCENT",
      defaultValue = "30",
      description = "Of what the job can take, for LATENCY (default: ${DEFAULT-VALUE}).")
  private int load;

  @Option(
      names = "--full-rate",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Events per second that the job can take, for LATENCY (default: one more block finds it"
              + " out).")
  private double fullRate;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Of the events (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description =
          "When the first session began (default: so that the last event is of now). The same seed,"
              + " sizes and instant give the same bytes.")
  private @Nullable Instant asOf;

  @Option(
      names = "--no-state-counts",
      negatable = true,
      defaultValue = "true",
      description = "Leave out the block of each in which accesses to state are counted.")
  private boolean countsState;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Option(names = "--verbose", description = "On a failure, show the stack trace too.")
  private boolean verbose;

  @Mixin private OutputOption output;

  @Override
  public Integer call() throws IOException {
    Progress progress = new Progress(spec.commandLine().getErr(), System::nanoTime);
    Map<Workload, Findings> reports = new EnumMap<>(Workload.class);
    for (Workload each : workloads()) {
      Findings report = new Measurement(settings(each), pace(), progress).run();
      reports.put(each, report);
      if (!output.isJson()) {
        print(report);
      }
    }
    if (output.isJson()) {
      Object one = workload == null ? reports : Objects.requireNonNull(reports.get(workload));
      JsonLine.print(spec.commandLine().getOut(), one);
    }
    return ExitCode.OK;
  }

  private List<Workload> workloads() {
    return workload == null
        ? Arrays.stream(Workload.values()).filter(Workload::isPartOfAll).toList()
        : List.of(workload);
  }

  private void print(Findings report) {
    PrintWriter out = spec.commandLine().getOut();
    report.lines().forEach(out::println);
    out.flush();
  }

  private LatencyMeasurement.Pace pace() {
    try {
      return new LatencyMeasurement.Pace(load, fullRate);
    } catch (IllegalArgumentException e) {
      throw new CliException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private RunSettings settings(Workload of) throws IOException {
    try {
      return new RunSettings(
          of,
          of.candidates(loads(of), peers.stream().map(Peer::of).toList()),
          blocks,
          of.warmUp(warmUp),
          events,
          backlog,
          checkpointInterval,
          tolerance,
          parallelism,
          flink,
          countsState);
    } catch (IllegalArgumentException e) {
      throw new CliException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private Loads loads(Workload of) throws IOException {
    long sessions = of.warmUp(warmUp) + events + backlog;
    Instant start =
        asOf == null
            ? Instant.now()
                .minusSeconds(sessions / Math.max(1, rate))
                .truncatedTo(ChronoUnit.MINUTES)
            : asOf;
    Path model = Home.current().file("config/models/" + BenchmarkModel.ID + ".yaml");
    return new Loads(
        seed,
        leads == null ? of.leads() : leads,
        rate,
        sessions,
        eventBytes,
        start,
        BenchmarkModel.yaml(model));
  }
}
