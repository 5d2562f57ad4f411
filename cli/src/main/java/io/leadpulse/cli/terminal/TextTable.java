package io.leadpulse.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of aligned cells, none wider than the terminal. The widths are set once, so that rows which
 * come later stand under the first ones.
 */
public final class TextTable {
  private static final String GAP = "  ";
  private static final int LEAST = 6;

  private final List<Column> columns;
  private final int[] widths;
  private final int terminal;

  private TextTable(List<Column> columns, int[] widths, int terminal) {
    this.columns = List.copyOf(columns);
    this.widths = widths;
    this.terminal = terminal;
  }

  /** A table as wide as these rows need. */
  public static TextTable of(List<Column> columns, List<List<String>> rows, int terminal) {
    return new TextTable(columns, widths(columns, rows, terminal, 0), terminal);
  }

  /** A table for these rows and for others that come later. */
  public static TextTable growing(List<Column> columns, List<List<String>> rows, int terminal) {
    return new TextTable(columns, widths(columns, rows, terminal, 1), terminal);
  }

  private static int[] widths(
      List<Column> columns, List<List<String>> rows, int terminal, int usual) {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      Column column = columns.get(i);
      widths[i] = Math.max(TerminalText.width(column.title()), usual * column.usual());
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], TerminalText.width(TerminalText.plain(row.get(i))));
      }
    }
    while (total(widths) > terminal) {
      int widest = widestThatYields(columns, widths);
      if (widest < 0) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static int total(int[] widths) {
    int total = -GAP.length();
    for (int width : widths) {
      total += width + GAP.length();
    }
    return total;
  }

  /** The position of the one that is widest for its usual width; -1 if none can be narrower. */
  private static int widestThatYields(List<Column> columns, int[] widths) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      boolean yields = columns.get(i).yields() && widths[i] > LEAST;
      if (yields
          && (widest < 0
              || widths[i] * columns.get(widest).usual()
                  > widths[widest] * columns.get(i).usual())) {
        widest = i;
      }
    }
    return widest;
  }

  public String header() {
    return line(columns.stream().map(Column::title).toList());
  }

  /** One row; its cells may hold any text. */
  public String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String plain = TerminalText.plain(cells.get(i));
      line.append(i == 0 ? "" : GAP)
          .append(TerminalText.fill(plain, widths[i], columns.get(i).numeric()));
    }
    return TerminalText.cut(line.toString().stripTrailing(), terminal);
  }

  /** The header and the rows. */
  public List<String> lines(List<List<String>> rows) {
    List<String> lines = new ArrayList<>(rows.size() + 1);
    lines.add(header());
    rows.forEach(row -> lines.add(line(row)));
    return lines;
  }
}
