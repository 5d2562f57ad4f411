package io.leadpulse.cli.conformance;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import io.leadpulse.engine.conformance.ScoreVectors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leadpulse conformance}: runs score vectors through the engine. */
@Command(
    name = "conformance",
    description = {
      "Checks the score's arithmetic against a file of vectors, to the milli-point.",
      "Each difference goes to standard error; exit code 1 if there is any."
    },
    footer = "  leadpulse conformance engine/src/test/resources/conformance/score-vectors.json")
public final class ConformanceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "FILE", description = "A JSON array of cases.")
  private Path file;

  record Summary(int cases, int differences) {}

  @Override
  public Integer call() {
    ScoreVectors vectors = read(file);
    List<String> differences = vectors.differences();
    differences.forEach(spec.commandLine().getErr()::println);
    Summary summary = new Summary(vectors.size(), differences.size());
    if (output.isJson()) {
      JsonLine.print(spec.commandLine().getOut(), summary);
    } else {
      spec.commandLine()
          .getOut()
          .printf("cases %d, differences %d%n", summary.cases(), summary.differences());
    }
    return differences.isEmpty() ? ExitCode.OK : ExitCode.FAILURE;
  }

  private static ScoreVectors read(Path file) {
    try (InputStream json = Files.newInputStream(file)) {
      return ScoreVectors.read(json);
    } catch (NoSuchFileException e) {
      throw CliException.failure("there is no file " + file, e);
    } catch (IOException e) {
      throw CliException.failure(
          "%s is not a file of score vectors: %s".formatted(file, e.getMessage()), e);
    }
  }
}
