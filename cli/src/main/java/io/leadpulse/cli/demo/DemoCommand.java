package io.leadpulse.cli.demo;

import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.MetricsOption;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.Interrupts;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import java.time.Duration;
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
      "Nothing is kept. Ctrl-C ends it with a sum that every event has to be in; so does --seconds."
    },
    footer = {
      "  leadpulse demo",
      "  leadpulse demo --seconds 60 --output json",
    })
public final class DemoCommand implements Callable<Integer> {
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

  @Mixin private MetricsOption metrics;

  @Override
  public Integer call() {
    positive("--rate", rate);
    positive("--leads", leads);
    positive("--seconds", seconds == null ? 1 : seconds);
    Home home = Home.current();
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

  private void positive(String option, int value) {
    if (value < 1) {
      throw new ParameterException(
          spec.commandLine(), option + " is " + value + "; give 1 or more");
    }
  }
}
