package io.leadpulse.cli.terminal;

import picocli.CommandLine.Option;

/** The {@code --output} option, for {@code @Mixin}. */
public final class OutputOption {
  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "${COMPLETION-CANDIDATES}; json is one compact line, last on standard output, and"
              + " everything else goes to standard error (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.text;

  public boolean isJson() {
    return format == OutputFormat.json;
  }
}
