package io.leadpulse.cli.simulate;

import io.leadpulse.cli.judge.Judgement;
import io.leadpulse.cli.judge.Trial;
import io.leadpulse.cli.quarter.Quarter;
import io.leadpulse.cli.quarter.QuarterReport;
import io.leadpulse.cli.quarter.QuarterSettings;
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
import java.time.YearMonth;
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
      "  leadpulse simulate --judge --events 100000 --seed 7 --output json",
      "  leadpulse simulate --quarter 2027-01 --leads-per-day 1000"
    })
public final class SimulateCommand implements Callable<Integer> {
  private static final long EVENTS_JUDGED = 100_000;
  private static final int LEADS_PER_DAY = 1_000;
  private static final int MOST_LEADS_PER_DAY = 100_000;
  private static final List<String> QUARTER_ONLY =
      List.of("--leads-per-day", "--no-capacity", "--teams");
  private static final List<String> NOT_OF_A_QUARTER =
      List.of(
          "--rate", "--leads", "--seconds", "--events", "--truth", "--judge", "--bootstrap-server");

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
      description =
          "With --judge or --quarter: what the job judges by (default:"
              + " config/models/b2b-japan.yaml, of a quarter config/models/two-teams.yaml).")
  private @Nullable Path model;

  @Option(
      names = "--quarter",
      paramLabel = "MONTH",
      converter = MonthConverter.class,
      description =
          "Three months from this one, such as 2027-01, through both jobs on a stack of its own:"
              + " leads visit, alerts are raised, teams get what they can take, and a simulated"
              + " sales force answers late and sometimes not at all.")
  private @Nullable YearMonth quarter;

  @Option(
      names = "--leads-per-day",
      paramLabel = "N",
      description = "With --quarter: leads that visit on a day (default: 1000).")
  private @Nullable Integer leadsPerDay;

  @Option(
      names = "--no-capacity",
      description =
          "With --quarter: teams have no budget, every hot lead is handed over when it comes; their"
              + " people work as many a day as before.")
  private boolean noCapacity;

  @Option(
      names = "--teams",
      paramLabel = "FILE",
      description = "With --quarter: the sales teams (default: config/teams/two-teams.yaml).")
  private @Nullable Path teams;

  @Override
  public Integer call() {
    require("--rate", rate, Integer.MAX_VALUE);
    require("--leads", leads, SimulationSettings.MOST_LEADS);
    require("--seconds", seconds, Integer.MAX_VALUE);
    require("--events", events, Long.MAX_VALUE);
    require("--leads-per-day", leadsPerDay, MOST_LEADS_PER_DAY);
    if (model != null && !judge && quarter == null) {
      throw new ParameterException(
          spec.commandLine(), "--model goes with --judge or --quarter only");
    }
    if (quarter == null) {
      QUARTER_ONLY.forEach(option -> refuse(option, "goes with --quarter only"));
    } else {
      NOT_OF_A_QUARTER.forEach(option -> refuse(option, "does not go with --quarter"));
      return quarter(quarter, Interrupts.watch());
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

  private int quarter(YearMonth first, Interrupts interrupts) {
    Home home = Home.current();
    QuarterSettings settings =
        QuarterSettings.of(
            first,
            leadsPerDay == null ? LEADS_PER_DAY : leadsPerDay,
            seed,
            !noCapacity,
            model == null ? home.file("config/models/two-teams.yaml") : model,
            teams == null ? home.file("config/teams/two-teams.yaml") : teams);
    QuarterReport report =
        new Quarter(home, settings, spec.commandLine().getErr(), interrupts).run();
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      JsonLine.print(out, report);
    } else {
      report.print(out);
    }
    return report.isGood() ? ExitCode.OK : ExitCode.FAILURE;
  }

  private int judge(Interrupts interrupts) {
    LIVE_ONLY.forEach(option -> refuse(option, "does not go with --judge"));
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

  private void refuse(String option, String why) {
    if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
      throw new ParameterException(spec.commandLine(), option + ' ' + why);
    }
  }

  private void require(String option, @Nullable Number value, long most) {
    if (value != null && (value.longValue() < 1 || value.longValue() > most)) {
      throw new ParameterException(
          spec.commandLine(), "%s must be 1 to %d, but is %s".formatted(option, most, value));
    }
  }
}
