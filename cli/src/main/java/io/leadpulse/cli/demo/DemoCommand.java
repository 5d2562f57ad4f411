package io.leadpulse.cli.demo;

import io.leadpulse.cli.quarter.Quarter;
import io.leadpulse.cli.quarter.QuarterReport;
import io.leadpulse.cli.quarter.QuarterSettings;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.MetricsOption;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.Interrupts;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leadpulse demo}: the whole product with simulated leads. */
@Command(
    name = "demo",
    description = {
      "Runs everything on this machine with simulated leads: Kafka, Flink, the job.",
      "With --sales it goes on to what sales makes of hot leads.",
      "Nothing is kept. Ctrl-C ends it with a sum that every event has to be in; so does --seconds."
    },
    footer = {
      "  leadpulse demo",
      "  leadpulse demo --seconds 60 --output json",
      "  leadpulse demo --sales",
    })
public final class DemoCommand implements Callable<Integer> {
  private static final int SALES_LEADS_PER_DAY = 600;

  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "Send for so long, wait until all is scored, and end (default: until Ctrl-C).")
  private @Nullable Integer seconds;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "200",
      description = "Engagements per second (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--leads",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Leads that are on their way at once (default: ${DEFAULT-VALUE}).")
  private int leads;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another number makes other leads (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--port-ui",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Of Flink's web page on loopback (default: any that is free).")
  private int uiPort;

  @Option(
      names = "--sales",
      description =
          "Shows what becomes of hot leads instead: two weeks of two sales teams with budgets and a"
              + " holiday, at a pace of a day a second or so.")
  private boolean sales;

  @Mixin private MetricsOption metrics;

  @Override
  public Integer call() {
    positive("--rate", rate);
    positive("--leads", leads);
    positive("--seconds", seconds == null ? 1 : seconds);
    Home home = Home.current();
    if (sales) {
      return showSales(home);
    }
    DemoSettings settings =
        new DemoSettings(
            seconds == null ? null : Duration.ofSeconds(seconds),
            rate,
            leads,
            seed,
            uiPort,
            metrics.endpoint(home));
    Demo demo = new Demo(home, settings, spec.commandLine().getErr(), Interrupts.watch());
    DemoSummary summary = demo.run();
    if (output.isJson()) {
      JsonLine.print(spec.commandLine().getOut(), summary);
    } else {
      summary.print(spec.commandLine().getOut());
    }
    return summary.conserved() ? ExitCode.OK : ExitCode.FAILURE;
  }

  /** With Coming of Age Day, which no team works on. */
  private int showSales(Home home) {
    QuarterSettings settings =
        new QuarterSettings(
            LocalDate.of(2027, 1, 4),
            LocalDate.of(2027, 1, 17),
            SALES_LEADS_PER_DAY,
            seed,
            true,
            home.file("config/models/two-teams.yaml"),
            home.file("config/teams/two-teams.yaml"));
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Quarter quarter = new Quarter(home, settings, err, Interrupts.watch());
    QuarterReport report = quarter.run(output.isJson() ? new SalesShow(err) : new SalesShow(out));
    if (output.isJson()) {
      JsonLine.print(out, report);
    } else {
      report.print(out);
    }
    return report.isGood() ? ExitCode.OK : ExitCode.FAILURE;
  }

  private void positive(String option, int value) {
    if (value < 1) {
      throw new ParameterException(
          spec.commandLine(), option + " is " + value + "; give 1 or more");
    }
  }
}
