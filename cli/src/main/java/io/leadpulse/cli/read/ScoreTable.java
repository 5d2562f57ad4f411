package io.leadpulse.cli.read;

import static io.leadpulse.cli.read.Figures.NONE;
import static io.leadpulse.cli.read.Figures.orNone;

import io.leadpulse.cli.terminal.Column;
import io.leadpulse.engine.text.Points;
import io.leadpulse.schemas.Contribution;
import io.leadpulse.schemas.Fit;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Scores as rows of a table. */
final class ScoreTable {
  private static final int NAMED = 3;

  private final Words words;
  private final ReleasedModels models;
  private final Figures figures;
  private final boolean withScorecard;

  /**
   * @param withScorecard whether a column names the scorecard
   */
  ScoreTable(Words words, ReleasedModels models, ZoneId zone, boolean withScorecard) {
    this.words = words;
    this.models = models;
    figures = new Figures(zone);
    this.withScorecard = withScorecard;
  }

  List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.fixed(words.heading("lead"), 14));
    if (withScorecard) {
      columns.add(Column.text(words.heading("scorecard"), 12));
    }
    columns.add(Column.text(words.heading("company"), 20));
    columns.add(Column.fixed(words.heading("tier"), 4));
    columns.add(Column.fixed(words.heading("fit"), 1));
    columns.add(Column.number(words.heading("intent"), 6));
    columns.add(Column.fixed(words.heading("velocity"), 10));
    columns.add(Column.fixed(words.heading("hot-until") + " " + figures.zone(), 16));
    columns.add(Column.text(words.heading("contributions"), 40));
    columns.add(Column.text(words.heading("topics"), 16));
    columns.add(Column.number(words.heading("model"), 3));
    return columns;
  }

  List<String> cells(RowChange<LeadScoreKey, LeadScore> change) {
    LeadScore row = change.row();
    List<String> cells = new ArrayList<>();
    cells.add(change.key().getLeadId());
    if (withScorecard) {
      cells.add(change.key().getScorecard());
    }
    if (row == null) {
      cells.addAll(List.of(NONE, words.say("gone"), NONE, NONE, NONE, NONE, NONE, NONE, NONE));
      return cells;
    }
    cells.add(orNone(row.getCompany()));
    cells.add(row.getTier().name());
    cells.add(row.getFit() == Fit.UNKNOWN ? NONE : row.getFit().name());
    cells.add(Points.of(row.getIntentMilli()));
    cells.add(velocity(row));
    cells.add(figures.time(row.getHotUntil()));
    cells.add(orNone(contributions(row)));
    cells.add(orNone(String.join(", ", row.getTopics())));
    cells.add("v" + row.getModelVersion());
    return cells;
  }

  private String velocity(LeadScore row) {
    String velocity = Points.of(row.getVelocityMilli());
    return row.getSurge() ? velocity + " " + words.say("surge") : velocity;
  }

  /** The greatest ones, such as {@code Pricing page x2 25.0, Webinar 20.0, +3}. */
  private String contributions(LeadScore row) {
    Labels labels =
        new Labels(models.find(row.getModelId(), row.getModelVersion()), words.language());
    List<Contribution> counting =
        row.getContributions().stream().filter(part -> part.getMilliPoints() > 0).toList();
    List<String> parts = new ArrayList<>();
    for (Contribution part : counting.subList(0, Math.min(NAMED, counting.size()))) {
      String times = part.getCount() > 1 ? " x" + part.getCount() : "";
      parts.add(labels.signal(part.getSignal()) + times + " " + Points.of(part.getMilliPoints()));
    }
    if (counting.size() > NAMED) {
      parts.add("+" + (counting.size() - NAMED));
    }
    return String.join(", ", parts);
  }
}
