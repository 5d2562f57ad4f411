package io.leadpulse.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.leadpulse.cli.stack.JobForm;
import io.leadpulse.cli.stack.PlannedJob;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.jobs.config.BadConfigException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A configuration of a job as keys and values, so that what the command line or this machine
 * decides takes the place of what a file says, and is checked with it.
 */
final class JobText {
  /**
   * Quotes what would be taken for a number and is none, and nothing else: quotes have a meaning.
   */
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();

  private final JobForm form;
  private final @Nullable Path folder;
  private final Map<String, Object> values = new LinkedHashMap<>();

  private JobText(JobForm form, @Nullable Path folder) {
    this.form = form;
    this.folder = folder;
  }

  /** All defaults of a job. */
  static JobText empty(JobForm form) {
    return new JobText(form, null);
  }

  /**
   * What a file says; it is valid by itself.
   *
   * @throws CliException if it cannot be read or is not valid; its problems are in {@code err}
   */
  static JobText read(JobForm form, Path file, PrintWriter err) {
    try {
      JobText text = new JobText(form, file.toAbsolutePath().getParent());
      text.check(file.toString(), Files.readString(file), err);
      JsonNode root = YAML.readTree(file.toFile());
      text.flatten("", root);
      return text;
    } catch (NoSuchFileException e) {
      throw CliException.failure("there is no file " + file, e);
    } catch (IOException e) {
      throw CliException.failure("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private void flatten(String section, JsonNode node) {
    if (!node.isObject()) {
      values.put(section, node);
      return;
    }
    node.properties()
        .forEach(
            entry ->
                flatten(
                    section.isEmpty() ? entry.getKey() : section + '.' + entry.getKey(),
                    entry.getValue()));
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /**
   * Puts a value in the place of what is there.
   *
   * @param value a text or a number
   */
  JobText with(String key, Object value) {
    values.put(key, value);
    return this;
  }

  /** Takes out a key and all below it. */
  JobText without(String section) {
    values.keySet().removeIf(key -> key.equals(section) || key.startsWith(section + '.'));
    return this;
  }

  /**
   * The job.
   *
   * @throws CliException if it is not valid; its problems are in {@code err}
   */
  PlannedJob plan(PrintWriter err) {
    try {
      return check("the options", YAML.writeValueAsString(values), err);
    } catch (IOException e) {
      throw new IllegalStateException("texts are always representable", e);
    }
  }

  private PlannedJob check(String name, String text, PrintWriter err) {
    try {
      return form.plan(name, text, folder);
    } catch (BadConfigException e) {
      err.println(e.getMessage());
      throw new CliException(
          ExitCode.BAD_CONFIGURATION, "the configuration is not valid: %s".formatted(name), e);
    }
  }
}
