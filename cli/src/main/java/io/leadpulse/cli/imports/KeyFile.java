package io.leadpulse.cli.imports;

import io.leadpulse.cli.stack.HashKeyFile;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.intake.lead.HashKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the key that turns addresses into ids. */
final class KeyFile {
  private KeyFile() {}

  /**
   * The key of a file that was named, else the home's own, which is made if there is none.
   *
   * @throws CliException if a named file is missing, or holds no key
   */
  static HashKey read(@Nullable Path named, Home home) {
    Path file = named == null ? home.hashKeyFile() : named;
    try {
      if (named == null) {
        HashKeyFile.ensure(file);
      }
      return HashKey.parse(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw CliException.failure("there is no key file %s".formatted(file), e);
    } catch (IOException e) {
      throw CliException.failure("the key file %s cannot be used: %s".formatted(file, e), e);
    } catch (IllegalArgumentException e) {
      throw new CliException(
          ExitCode.BAD_CONFIGURATION, "the key file %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
