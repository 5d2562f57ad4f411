package io.leadpulse.cli.read;

import picocli.CommandLine.Option;

/** The {@code --output} option of commands that list rows, for {@code @Mixin}. */
public final class TableOption {
  enum Format {
    table,
    json
  }

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description =
          "${COMPLETION-CANDIDATES}; json is one compact line a row, with the fields of the Avro"
              + " schema and times in epoch milliseconds (default: ${DEFAULT-VALUE}).")
  private Format format = Format.table;

  boolean isJson() {
    return format == Format.json;
  }
}
