package io.leadpulse.cli.read;

import io.leadpulse.cli.terminal.Column;
import io.leadpulse.cli.terminal.TextTable;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prints the rows that there are, then each that comes. */
interface RowPrinter<R> {

  /**
   * Prints the first rows.
   *
   * @param more whether others may come
   */
  void first(List<R> rows, boolean more);

  /** Prints one that came later. */
  void next(R row);

  /** Prints each row as a line of JSON. */
  static <R> RowPrinter<R> json(
      PrintWriter out, Function<R, Map<String, @Nullable Object>> fields) {
    return new RowPrinter<>() {
      @Override
      public void first(List<R> rows, boolean more) {
        rows.forEach(this::next);
      }

      @Override
      public void next(R row) {
        out.println(AvroJson.line(fields.apply(row)));
      }
    };
  }

  /** Prints aligned columns under headings. */
  static <R> RowPrinter<R> table(
      PrintWriter out, List<Column> columns, Function<R, List<String>> cells, int terminal) {
    return new RowPrinter<>() {
      private TextTable table = TextTable.of(columns, List.of(), terminal);

      @Override
      public void first(List<R> rows, boolean more) {
        List<List<String>> all = rows.stream().map(cells).toList();
        table =
            more ? TextTable.growing(columns, all, terminal) : TextTable.of(columns, all, terminal);
        table.lines(all).forEach(out::println);
      }

      @Override
      public void next(R row) {
        out.println(table.line(cells.apply(row)));
      }
    };
  }
}
