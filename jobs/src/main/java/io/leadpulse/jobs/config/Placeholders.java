package io.leadpulse.jobs.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts values in place of <code>${env:NAME}</code> and <code>${file:PATH}</code>, so that secrets
 * stay out of configuration files. Of a file the last line break is left out.
 */
public final class Placeholders {
  private static final String START = "${";
  private static final String ENV = "env:";
  private static final String FILE = "file:";

  private final UnaryOperator<@Nullable String> environment;

  /**
   * @param environment gives the value of a variable, null for one that is not set
   */
  public Placeholders(UnaryOperator<@Nullable String> environment) {
    this.environment = environment;
  }

  /**
   * The text with all values put in.
   *
   * @throws UnresolvedException if there is no value; its message does not hold any
   */
  public String resolve(String text) throws UnresolvedException {
    StringBuilder resolved = new StringBuilder();
    int from = 0;
    for (int start = text.indexOf(START); start >= 0; start = text.indexOf(START, from)) {
      int end = text.indexOf('}', start);
      if (end < 0) {
        throw new UnresolvedException("has '${' without '}'", "close it");
      }
      resolved.append(text, from, start).append(value(text.substring(start + 2, end)));
      from = end + 1;
    }
    return resolved.append(text, from, text.length()).toString();
  }

  private String value(String reference) throws UnresolvedException {
    if (reference.startsWith(ENV)) {
      return variable(reference.substring(ENV.length()));
    }
    if (reference.startsWith(FILE)) {
      return content(reference.substring(FILE.length()));
    }
    throw new UnresolvedException(
        "has '${" + reference + "}'", "write ${env:NAME} or ${file:PATH}");
  }

  private String variable(String name) throws UnresolvedException {
    String value = environment.apply(name);
    if (value == null) {
      throw new UnresolvedException(
          "needs the environment variable '" + name + "', which is not set", "set it");
    }
    return value;
  }

  private static String content(String path) throws UnresolvedException {
    try {
      String content = Files.readString(Path.of(path));
      return content.endsWith("\n") ? content.substring(0, content.length() - 1) : content;
    } catch (IOException | InvalidPathException e) {
      throw new UnresolvedException(
          "needs the file '" + path + "', which cannot be read",
          "write its path and let it be read");
    }
  }

  /** A reference without a value. */
  public static final class UnresolvedException extends Exception {
    private final String fix;

    UnresolvedException(String message, String fix) {
      super(message);
      this.fix = fix;
    }

    /** What to do about it. */
    public String fix() {
      return fix;
    }
  }
}
