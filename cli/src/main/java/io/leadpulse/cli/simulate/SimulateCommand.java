package io.leadpulse.cli.simulate;

import io.leadpulse.cli.simulate.EventSender.Limit;
import io.leadpulse.cli.stack.BootstrapOption;
import io.leadpulse.cli.stack.Connection;
import io.leadpulse.cli.terminal.Interrupts;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import java.io.PrintWriter;
import java.time.InstantSource;
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
      "Ends at a limit or with Ctrl-C, and says what was sent."
    },
    footer = "  leadpulse simulate --rate 500 --leads 5000 --seconds 60")
public final class SimulateCommand implements Runnable {
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
      defaultValue = "1000",
      description = "Leads under way at once (default: ${DEFAULT-VALUE}).")
  private int leads;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another one draws other people (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--seconds", paramLabel = "N", description = "End after so many seconds.")
  private @Nullable Long seconds;

  @Option(names = "--events", paramLabel = "N", description = "End after so many events.")
  private @Nullable Long events;

  @Override
  public void run() {
    require("--rate", rate, Integer.MAX_VALUE);
    require("--leads", leads, SimulationSettings.MOST_LEADS);
    require("--seconds", seconds, Integer.MAX_VALUE);
    require("--events", events, Long.MAX_VALUE);
    Interrupts interrupts = Interrupts.watch();
    Connection stack = bootstrap.locate();
    PrintWriter err = spec.commandLine().getErr();
    err.printf("sending %d events/s to %s%n", rate, stack.bootstrapServers());
    EventSender sender = sender(stack);
    try (sender) {
      new BackgroundSending(sender, rate, limit()).await(interrupts, err);
    }
    print(sender.report());
  }

  private EventSender sender(Connection stack) {
    InstantSource clock = InstantSource.system();
    SimulationSettings settings = SimulationSettings.defaults().withLeads(leads).withSeed(seed);
    return new EventSender(
        EventSender.producer(stack.bootstrapServers()),
        new Simulation(settings, stack.writing(Encoders.SUBJECTS), clock.millis()),
        stack.topicPrefix(),
        clock,
        System::nanoTime);
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

  private void require(String option, @Nullable Number value, long most) {
    if (value != null && (value.longValue() < 1 || value.longValue() > most)) {
      throw new ParameterException(
          spec.commandLine(), "%s must be 1 to %d, but is %s".formatted(option, most, value));
    }
  }
}
