package io.leadpulse.cli.model;

import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.release.Release;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leadpulse model validate}: all that is wrong with a model, with place and fix. */
@Command(
    name = "validate",
    description = {
      "Checks a scoring model.",
      "Every problem goes to standard error as file:line:column with its fix; exit code 78."
    },
    footer = "  leadpulse model validate config/models/b2b-japan.yaml")
final class ValidateCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "FILE", description = "The model, in YAML.")
  private Path file;

  record Summary(String model, int signals, int dampers, List<String> scorecards, String sha256) {}

  @Override
  public void run() {
    ModelFile valid = ModelFile.read(file, spec.commandLine().getErr());
    ScoringModel model = valid.model();
    List<String> scorecards = model.scorecards().stream().map(Scorecard::id).toList();
    if (output.isJson()) {
      JsonLine.print(
          spec.commandLine().getOut(),
          new Summary(
              model.id(),
              model.signals().size(),
              model.dampers().size(),
              scorecards,
              Release.sha256Of(valid.yaml())));
    } else {
      spec.commandLine()
          .getOut()
          .printf(
              "%s is valid: model %s, %d signals, %d dampers, scorecards %s%n",
              file,
              model.id(),
              model.signals().size(),
              model.dampers().size(),
              String.join(", ", scorecards));
    }
  }
}
