package io.leadpulse.cli.read;

import io.leadpulse.cli.terminal.Column;
import io.leadpulse.cli.terminal.TextTable;
import io.leadpulse.schemas.Contribution;
import io.leadpulse.schemas.Cut;
import io.leadpulse.schemas.LeadScore;
import java.util.ArrayList;
import java.util.List;

/**
 * A score as a sum, all in milli-points: {@code earned - cut = counts}, line by line and in total.
 *
 * @param earned by all signals after decay, before caps and dampers
 * @param cut by caps and dampers
 * @param counts what is left; the intent
 */
record ScoreSum(long earned, long cut, long counts) {

  static ScoreSum of(LeadScore row) {
    long counts = row.getContributions().stream().mapToLong(Contribution::getMilliPoints).sum();
    long cut = row.getContributions().stream().mapToLong(Contribution::getCutMilli).sum();
    return new ScoreSum(counts + cut, cut, counts);
  }

  /** A line per signal and the total. */
  static List<String> lines(LeadScore row, Words words, Labels labels, int terminal) {
    List<Column> columns =
        List.of(
            Column.text(words.heading("signal"), 20),
            Column.text(words.heading("label"), 20),
            Column.text(words.heading("category"), 12),
            Column.number(words.heading("times"), 0),
            Column.number(words.heading("earned"), 0),
            Column.number(words.heading("cut"), 0),
            Column.number(words.heading("counts"), 0));
    List<List<String>> rows = new ArrayList<>();
    for (Contribution part : row.getContributions()) {
      rows.add(
          cells(
              part.getSignal(),
              labels.signal(part.getSignal()),
              part.getCategory(),
              String.valueOf(part.getCount()),
              new ScoreSum(
                  part.getMilliPoints() + part.getCutMilli(),
                  part.getCutMilli(),
                  part.getMilliPoints())));
    }
    rows.add(cells(words.say("score.total"), "", "", "", of(row)));
    return TextTable.of(columns, rows, terminal).lines(rows);
  }

  private static List<String> cells(
      String signal, String label, String category, String times, ScoreSum sum) {
    return List.of(
        signal,
        label,
        category,
        times,
        Figures.exact(sum.earned),
        Figures.exact(-sum.cut),
        Figures.exact(sum.counts));
  }

  /** Who took what of the total cut. */
  static List<String> cuts(LeadScore row, Words words, Labels labels) {
    return row.getCuts().stream().map(cut -> cut(cut, words, labels)).toList();
  }

  private static String cut(Cut cut, Words words, Labels labels) {
    String took = Figures.exact(cut.getMilliPoints());
    int colon = cut.getBy().indexOf(':');
    String what = cut.getBy().substring(colon + 1);
    return switch (cut.getBy().substring(0, Math.max(0, colon))) {
      case "cap" -> words.say("score.cap", what, took);
      case "damper" -> words.say("score.damper", labels.damper(what), took);
      default -> words.say("score.other-cut", cut.getBy(), took);
    };
  }
}
