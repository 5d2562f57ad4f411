package io.leadpulse.cli.read;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a person sees: {@code --lang}, and the width of the terminal; for {@code @Mixin}. */
public final class ScreenOptions {
  private static final int USUAL_WIDTH = 120;
  private static final int LEAST_WIDTH = 40;

  private final Map<String, String> environment;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      description =
          "Of labels, reasons and headings: ${COMPLETION-CANDIDATES} (default: ja if LANG says so,"
              + " else en).")
  private @Nullable Language language;

  public ScreenOptions() {
    this(System.getenv());
  }

  ScreenOptions(Map<String, String> environment) {
    this.environment = environment;
  }

  Words words() {
    return new Words(language == null ? Language.of(environment) : language);
  }

  /** Columns of the terminal: {@code COLUMNS} if it is set and at least 40, else 120. */
  int width() {
    try {
      int width = Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
      return width < LEAST_WIDTH ? USUAL_WIDTH : width;
    } catch (NumberFormatException e) {
      return USUAL_WIDTH;
    }
  }
}
