package io.leadpulse.cli.read;

import static io.leadpulse.cli.read.Figures.orNone;

import io.leadpulse.cli.terminal.Column;
import io.leadpulse.engine.text.Points;
import io.leadpulse.schemas.HotLeadAlert;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Alerts as rows of a table. */
final class AlertTable {
  private final Words words;
  private final Figures figures;
  private final boolean withScorecard;

  /**
   * @param withScorecard whether a column names the scorecard
   */
  AlertTable(Words words, ZoneId zone, boolean withScorecard) {
    this.words = words;
    figures = new Figures(zone);
    this.withScorecard = withScorecard;
  }

  List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.fixed(words.heading("time") + " " + figures.zone(), 16));
    columns.add(Column.fixed(words.heading("type"), 8));
    columns.add(Column.text(words.heading("cause"), 12));
    columns.add(Column.fixed(words.heading("lead"), 14));
    if (withScorecard) {
      columns.add(Column.text(words.heading("scorecard"), 12));
    }
    columns.add(Column.text(words.heading("company"), 20));
    columns.add(Column.number(words.heading("intent"), 6));
    columns.add(Column.fixed(words.heading("tier"), 4));
    columns.add(Column.text(words.heading("reason"), 40));
    columns.add(Column.text(words.heading("topics"), 16));
    return columns;
  }

  List<String> cells(HotLeadAlert alert) {
    List<String> cells = new ArrayList<>();
    cells.add(figures.time(alert.getOccurredAt()));
    cells.add(alert.getType().name());
    cells.add(cause(alert));
    cells.add(alert.getLeadId());
    if (withScorecard) {
      cells.add(alert.getScorecard());
    }
    cells.add(orNone(alert.getProfile().getCompany()));
    cells.add(Points.of(alert.getIntentMilli()));
    cells.add(alert.getTier().name());
    cells.add(orNone(words.language().of(alert.getReasonEn(), alert.getReasonJa())));
    cells.add(orNone(String.join(", ", alert.getTopics())));
    return cells;
  }

  /** With where to route the lead, if it is nobody to sell to. */
  static String cause(HotLeadAlert alert) {
    String routing = alert.getRouting();
    return orNone(alert.getCause()) + (routing.isEmpty() ? "" : " (" + routing + ")");
  }
}
