package io.leadpulse.cli.read;

import static io.leadpulse.cli.read.Figures.NONE;
import static io.leadpulse.cli.read.Figures.orNone;

import io.leadpulse.cli.terminal.Column;
import io.leadpulse.engine.text.Points;
import io.leadpulse.schemas.HandOff;
import java.time.ZoneId;
import java.util.List;

/** Steps between marketing and sales as rows of a table. */
final class HandOffTable {
  private final Words words;
  private final Figures figures;
  private final HandOffDetails details;

  HandOffTable(Words words, ZoneId zone) {
    this.words = words;
    figures = new Figures(zone);
    details = new HandOffDetails(words, figures);
  }

  List<Column> columns() {
    return List.of(
        Column.fixed(words.heading("time") + " " + figures.zone(), 16),
        Column.text(words.heading("team"), 10),
        Column.fixed(words.heading("step"), 16),
        Column.fixed(words.heading("lead"), 14),
        Column.text(words.heading("company"), 20),
        Column.number(words.heading("score"), 5),
        Column.text(words.heading("owner"), 10),
        Column.text(words.heading("stage"), 14),
        Column.text(words.heading("details"), 40));
  }

  List<String> cells(HandOff step) {
    return List.of(
        figures.time(step.getOccurredAt()),
        orNone(step.getTeam()),
        kind(step),
        orNone(step.getLeadId()),
        orNone(step.getCompany()),
        step.getLeadId().isEmpty() ? NONE : Points.of(step.getIntentMilli()),
        orNone(step.getOwner()),
        orNone(step.getStage()),
        orNone(details.of(step)));
  }

  /** Such as {@code moved to ISAL} or {@code breached accept}. */
  private String kind(HandOff step) {
    String about =
        switch (step.getKind()) {
          case MOVED -> step.getStage();
          case WARNED, BREACHED -> duty(step.getDuty());
          default -> "";
        };
    return words.say("handoff." + step.getKind(), about);
  }

  private String duty(String duty) {
    return words.has("duty." + duty) ? words.say("duty." + duty) : duty;
  }
}
