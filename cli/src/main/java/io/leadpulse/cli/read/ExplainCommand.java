package io.leadpulse.cli.read;

import io.leadpulse.cli.model.ReleaseLog;
import io.leadpulse.cli.stack.BootstrapOption;
import io.leadpulse.cli.stack.Connection;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.OutputOption;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leadpulse explain}: what a lead's score is made of, and why it is hot or not. */
@Command(
    name = "explain",
    description = {
      "Explains a lead's score: a sum of contributions with what was cut, the tier and why.",
      "Also the alerts that went out, the last touches and the machine-made events. Numbers of the"
          + " JSON are milli-points, times epoch milliseconds."
    },
    footer = "  leadpulse explain --lead lead-00042 --lang ja")
public final class ExplainCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;
  @Mixin private ScreenOptions screen;
  @Mixin private BootstrapOption bootstrap;

  @Option(names = "--lead", paramLabel = "ID", required = true, description = "The lead.")
  private String lead = "";

  @Option(names = "--scorecard", paramLabel = "ID", description = "Only on this scorecard.")
  private @Nullable String scorecard;

  @Override
  public void run() {
    Connection stack = bootstrap.locate();
    PrintWriter err = spec.commandLine().getErr();
    LeadFile file = new LeadFileReader(stack, err::println).read(lead, scorecard);
    if (file.isEmpty()) {
      throw CliException.failure(
          "no score, alert or suspect event of the lead %s%s is on the stack at %s"
              .formatted(
                  lead,
                  scorecard == null ? "" : " on the scorecard " + scorecard,
                  stack.bootstrapServers()));
    }
    ReleasedModels models = new ReleasedModels(ReleaseLog.read(stack));
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      out.println(AvroJson.line(new LeadJson(file, models, screen.words()).fields()));
    } else {
      new LeadText(file, models, screen.words(), screen.width()).lines().forEach(out::println);
    }
  }
}
