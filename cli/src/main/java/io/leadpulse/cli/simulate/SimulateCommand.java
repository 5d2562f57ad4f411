package io.leadpulse.cli.simulate;

import io.leadpulse.cli.judge.Judgement;
import io.leadpulse.cli.judge.Trial;
import io.leadpulse.cli.simulate.EventSender.Limit;
import io.leadpulse.cli.stack.BootstrapOption;
import io.leadpulse.cli.stack.Connection;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.Interrupts;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leadpulse simulate}: sends what simulated leads do into a stack that runs. */
@Command(
    name = "simulate",
    description = {
      "Sends what simulated leads do to a running stack.",
      "Each lead's two weeks run through up to now; some records come late, twice or broken.",
      "Ends at a limit or with Ctrl-C, and says what was sent.",
      "With --judge it sends a history to a stack of its own instead, lets the job read all of it,"
          + " and counts what was judged machine-made against who really acted. Exit code 1 if a"
          + " lead got hot by machines alone, less than 99 %% of machines' clicks were found, or"
          + " more than 0.5 %% of people's were lost."
    },
    footer = {
      "  leadpulse simulate --rate 500 --leads 5000 --seconds 60",
      "  leadpulse simulate --judge --events 100000 --seed 7 --output json"
    })
public final class SimulateCommand implements Callable<Integer> {
  private static final long EVENTS_JUDGED = 100_000;

  /** Of no use to a judge, who has a stack and a pace of its own. */
  private static final List<String> LIVE_ONLY =
      List.of("--rate", "--seconds", "--bootstrap-server");

  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;
  @Mixin private BootstrapOption bootstrap;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "200",
      description = "Events per second; profiles come on top (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--leads",
      paramLabel = "N",
      description =
          "Leads under way at once (default: 1000; with --judge as many as make a history of two"
              + " months).")
  private @Nullable Integer leads;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another one draws other people (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--seconds", paramLabel = "N", description = "End after so many seconds.")
  private @Nullable Long seconds;

  @Option(
      names = "--events",
      paramLabel = "N",
      description = "End after so many events (default with --judge: 100000).")
  private @Nullable Long events;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description =
          "Writes who really acted, a line of JSON for each record, here; it is in no record.")
  private @Nullable Path truth;

  @Option(
      names = "--judge",
      description = "Holds what the job makes of a history against who really acted.")
  private boolean judge;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "With --judge: what the job judges by (default: config/models/b2b-japan.yaml).")
  private @Nullable Path model;

  @Override
  public Integer call() {
    require("--rate", rate, Integer.MAX_VALUE);
    require("--leads", leads, SimulationSettings.MOST_LEADS);
    require("--seconds", seconds, Integer.MAX_VALUE);
    require("--events", events, Long.MAX_VALUE);
    if (model != null && !judge) {
      throw new ParameterException(spec.commandLine(), "--model goes with --judge only");
    }
    Interrupts interrupts = Interrupts.watch();
    return judge ? judge(interrupts) : send(interrupts);
  }

  private int send(Interrupts interrupts) {
    Connection stack = bootstrap.locate();
    PrintWriter err = spec.commandLine().getErr();
    err.printf("sending %d events/s to %s%n", rate, stack.bootstrapServers());
    try (TruthTeller teller = TruthTeller.to(truth)) {
      EventSender sender = sender(stack, teller);
      try (sender) {
        new BackgroundSending(sender, rate, limit()).await(interrupts, err);
      }
      print(sender.report());
    }
    return ExitCode.OK;
  }

  private int judge(Interrupts interrupts) {
    LIVE_ONLY.forEach(this::refuseWithJudge);
    long many = events == null ? EVENTS_JUDGED : events;
    PrintWriter err = spec.commandLine().getErr();
    SimulationSettings settings = settings(HistoryFeed.leadsFor(many));
    Judgement judgement;
    try (TruthTeller teller = TruthTeller.to(truth)) {
      judgement =
          new Trial(Home.current(), model, err, interrupts)
              .run(new HistoryFeed(settings, many, teller, interrupts, err), seed);
    }
    print(judgement);
    return judgement.isGood() ? ExitCode.OK : ExitCode.FAILURE;
  }

  private EventSender sender(Connection stack, Onlooker onlooker) {
    InstantSource clock = InstantSource.system();
    SimulationSettings settings = settings(SimulationSettings.defaults().leads());
    return new EventSender(
        EventSender.producer(stack.bootstrapServers()),
        new Simulation(settings, stack.writing(Encoders.SUBJECTS), clock.millis()),
        stack.topicPrefix(),
        clock,
        System::nanoTime,
        onlooker);
  }

  private SimulationSettings settings(int usualLeads) {
    return SimulationSettings.defaults()
        .withLeads(leads == null ? usualLeads : leads)
        .withSeed(seed);
  }

  private Limit limit() {
    return new Limit(
        events == null ? Long.MAX_VALUE : events,
        seconds == null ? Long.MAX_VALUE : TimeUnit.SECONDS.toNanos(seconds));
  }

  private void print(SendReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      JsonLine.print(out, report);
    } else {
      report.print(out);
    }
  }

  private void print(Judgement judgement) {
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      JsonLine.print(out, judgement);
    } else {
      judgement.print(out);
    }
  }

  private void refuseWithJudge(String option) {
    if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
      throw new ParameterException(
          spec.commandLine(), "%s does not go with --judge".formatted(option));
    }
  }

  private void require(String option, @Nullable Number value, long most) {
    if (value != null && (value.longValue() < 1 || value.longValue() > most)) {
      throw new ParameterException(
          spec.commandLine(), "%s must be 1 to %d, but is %s".formatted(option, most, value));
    }
  }
}
