package io.leadpulse.jobs.config;

import io.leadpulse.engine.handoff.TeamsParser;
import io.leadpulse.engine.yaml.Problems;
import io.leadpulse.engine.yaml.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment decides about the hand-off job. Its text shows no secrets.
 *
 * @param job what it has in common with the scoring job; what is only for that has its defaults
 */
public record HandOffConfig(JobConfig job, TeamsText teams) {
  /** The group id where none is given. */
  public static final String GROUP = "leadpulse-hand-off";

  /**
   * The configuration in a file; files that it names are found beside it.
   *
   * @throws BadConfigException with everything that is wrong in it
   */
  public static HandOffConfig read(Path file) throws IOException, BadConfigException {
    return parse(file.toString(), Files.readString(file), file.toAbsolutePath().getParent());
  }

  /**
   * The configuration in a text.
   *
   * @param file the name that problems carry
   * @param folder in which the files are that it names; null for that of the process
   * @throws BadConfigException with everything that is wrong in it
   */
  public static HandOffConfig parse(String file, String text, @Nullable Path folder)
      throws BadConfigException {
    Problems problems = new Problems();
    Placeholders placeholders = new Placeholders(System::getenv);
    ConfigValues values =
        new ConfigValues(file, text, Keys.HAND_OFF, Keys.KAFKA_PROPERTIES, placeholders, problems);
    JobConfig job = ConfigReader.checked(values, GROUP);
    TeamsText teams = teams(values, folder == null ? Path.of("") : folder, problems);
    if (!problems.isEmpty()) {
      throw new BadConfigException(problems);
    }
    return new HandOffConfig(job, teams);
  }

  private static TeamsText teams(ConfigValues values, Path folder, Problems problems) {
    YamlValue named = values.get(Keys.TEAMS_FILE);
    String name = values.text(Keys.TEAMS_FILE, "");
    TeamsText none = new TeamsText(name, "", Map.of());
    if (name.isEmpty()) {
      named.problem(
          "there is no " + Keys.TEAMS_FILE,
          "add '" + Keys.TEAMS_FILE + ": teams/two-teams.yaml' with the file of your teams");
      return none;
    }
    Optional<String> text = text(folder, name);
    if (text.isEmpty()) {
      named.problem("the file of the teams cannot be read: " + name, "check its path");
      return none;
    }
    Path beside = folder.resolve(name).toAbsolutePath().getParent();
    Map<String, String> files = new HashMap<>();
    TeamsParser.parse(
        name,
        text.get(),
        calendar -> {
          Optional<String> other = text(beside == null ? folder : beside, calendar);
          other.ifPresent(known -> files.put(calendar, known));
          return other;
        },
        problems);
    return new TeamsText(name, text.get(), files);
  }

  private static Optional<String> text(Path folder, String name) {
    try {
      return Optional.of(Files.readString(folder.resolve(name)));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
