package io.leadpulse.cli.model;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.release.CompiledModel;
import io.leadpulse.engine.release.ModelParser;
import io.leadpulse.engine.release.ModelResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A scoring model that was read from a file and is valid.
 *
 * @param yaml its text, as it is in the file
 */
public record ModelFile(Path file, String yaml, ScoringModel model) {

  /**
   * Reads a model. All its problems go to {@code err}, one a line.
   *
   * @throws CliException with exit code 1 if the file cannot be read, 78 if the model is not valid
   */
  public static ModelFile read(Path file, PrintWriter err) {
    String yaml = text(file);
    ModelResult result = ModelParser.parse(file.toString(), yaml, 1);
    CompiledModel compiled = result.compiled();
    if (compiled == null) {
      result.problems().forEach(err::println);
      int count = result.problems().size();
      throw new CliException(
          ExitCode.BAD_CONFIGURATION,
          "%s is not a valid model: %d %s above"
              .formatted(file, count, count == 1 ? "problem" : "problems"));
    }
    return new ModelFile(file, yaml, compiled.model());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new CliException(
          ExitCode.BAD_CONFIGURATION, "%s is not UTF-8; save it as such".formatted(file), e);
    } catch (NoSuchFileException e) {
      throw CliException.failure("there is no file " + file, e);
    } catch (IOException e) {
      throw CliException.failure("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }
}
