package io.leadpulse.cli.stack;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.jobs.config.Placeholders;
import io.leadpulse.jobs.config.Placeholders.UnresolvedException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

/**
 * Properties of a Kafka client in a file, with <code>${env:NAME}</code> and <code>${file:PATH}
 * </code> filled in. Nothing here shows a value: they are secrets.
 */
public final class ClientProperties {
  private ClientProperties() {}

  /**
   * Reads them.
   *
   * @throws CliException with exit code 78 and all that is missing
   */
  public static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new CliException(
          ExitCode.BAD_CONFIGURATION, "%s cannot be read: %s".formatted(file, e), e);
    }
    resolve(file, properties);
    return properties;
  }

  private static void resolve(Path file, Properties properties) {
    Placeholders placeholders = new Placeholders(System::getenv);
    List<String> problems = new ArrayList<>();
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      try {
        properties.setProperty(key, placeholders.resolve(properties.getProperty(key)));
      } catch (UnresolvedException e) {
        problems.add("%s: %s %s; fix: %s".formatted(file, key, e.getMessage(), e.fix()));
      }
    }
    if (!problems.isEmpty()) {
      throw new CliException(ExitCode.BAD_CONFIGURATION, String.join("\n", problems));
    }
  }
}
