package io.leadpulse.cli.read;

import io.leadpulse.cli.terminal.Column;
import io.leadpulse.cli.terminal.TerminalText;
import io.leadpulse.cli.terminal.TextTable;
import io.leadpulse.schemas.Fit;
import io.leadpulse.schemas.FunnelStats;
import java.util.ArrayList;
import java.util.List;

/** The numbers of one team and month, for the weekly meeting. */
final class FunnelText {
  private static final String INDENT = "  ";

  private final FunnelMonth month;
  private final Words words;
  private final Figures figures;
  private final Rates rates;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  FunnelText(FunnelMonth month, Words words, Figures figures, int terminal) {
    this.month = month;
    this.words = words;
    this.figures = figures;
    width = terminal - INDENT.length();
    rates = new Rates(words);
  }

  /** The lines; no line of a table is wider than the terminal. */
  List<String> lines(FunnelBy by) {
    FunnelStats newest = month.newest();
    lines.add(
        TerminalText.plain(
            words.say(
                "funnel.head",
                month.team(),
                month.month(),
                newest.getBusinessDaysPassed(),
                newest.getBusinessDays(),
                figures.timeInZone(newest.getAsOf()))));
    if (by == FunnelBy.all) {
      month.hot().ifPresent(this::hot);
      month.activity().ifPresent(this::activity);
      month.activity().ifPresent(this::pace);
    } else {
      parts(by);
    }
    return lines;
  }

  private void hot(FunnelStats row) {
    List<List<String>> cells = new ArrayList<>();
    FunnelStep before = null;
    for (FunnelStep step : FunnelStep.values()) {
      int count = step.count(row);
      String rate =
          before == null ? "" : rates.of(count, before.count(row), words.say(before.key()));
      cells.add(cells(step.key(), count, rate, median(step, row)));
      before = step;
    }
    cells.add(ended("funnel.lost", row.getLost(), row));
    cells.add(ended("funnel.rejected", row.getRejected(), row));
    cells.add(ended("funnel.recycled", row.getRecycled(), row));
    table("leads", cells);
    add("");
    add(words.say("funnel.unsold", row.getWithdrawn(), row.getUnworked(), row.getBreached()));
  }

  private List<String> ended(String key, int count, FunnelStats row) {
    FunnelStep from = FunnelStep.RELEASED;
    return cells(key, count, rates.of(count, from.count(row), words.say(from.key())), "");
  }

  private String median(FunnelStep step, FunnelStats row) {
    Long millis = step.medianMillis(row);
    if (millis == null) {
      return "";
    }
    String hours = Figures.hours(millis);
    return step == FunnelStep.RELEASED ? words.say("funnel.wait", hours) : hours;
  }

  private void activity(FunnelStats row) {
    int calls = row.getContacted();
    int meetings = row.getMeeting();
    int proposals = row.getQualified();
    int decided = row.getWon() + row.getLost();
    add("");
    add(words.say("funnel.activity"));
    table(
        "reports",
        List.of(
            cells("activity.calls", calls, "", ""),
            cells("activity.meetings", meetings, of(meetings, calls, "activity.calls"), ""),
            cells(
                "activity.proposals", proposals, of(proposals, meetings, "activity.meetings"), ""),
            cells(
                "activity.orders",
                row.getWon(),
                of(row.getWon(), proposals, "activity.proposals"),
                ""),
            cells(
                "activity.lost", row.getLost(), of(row.getLost(), decided, "activity.decided"), ""),
            cells(
                "activity.lost-after-meeting",
                row.getLostAfterMeeting(),
                of(row.getLostAfterMeeting(), meetings, "activity.meetings"),
                "")));
  }

  private String of(int part, int whole, String key) {
    return rates.of(part, whole, words.say(key));
  }

  private List<String> cells(String key, int count, String rate, String median) {
    return List.of(words.say(key), Integer.toString(count), rate, median);
  }

  /** The last column only where there is something in it. */
  private void table(String counted, List<List<String>> cells) {
    boolean medians = cells.stream().anyMatch(row -> !row.get(row.size() - 1).isEmpty());
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(words.heading("step"), 30));
    columns.add(Column.number(words.heading(counted), 0));
    columns.add(Column.text(words.heading("rate"), 20));
    if (medians) {
      columns.add(Column.text(words.heading("median"), 20));
    }
    List<List<String>> rows = cells.stream().map(row -> row.subList(0, columns.size())).toList();
    TextTable.of(columns, rows, width).lines(rows).forEach(this::add);
  }

  /** Against the plan, where there is one. */
  private void pace(FunnelStats row) {
    List<String> paces = new ArrayList<>();
    pace("funnel.released", row.getPlannedReleased(), row.getReleased(), row, paces);
    pace("activity.meetings", row.getPlannedMeetings(), row.getMeeting(), row, paces);
    pace("activity.orders", row.getPlannedWon(), row.getWon(), row, paces);
    if (!paces.isEmpty()) {
      add("");
      add(words.say("funnel.pace"));
      paces.forEach(this::add);
    }
  }

  private void pace(String key, int planned, int reached, FunnelStats row, List<String> paces) {
    if (planned == 0 || row.getBusinessDays() == 0) {
      return;
    }
    Pace pace = new Pace(planned, reached, row.getBusinessDays(), row.getBusinessDaysPassed());
    int ahead = pace.ahead();
    String where =
        ahead == 0
            ? words.say("pace.on")
            : words.say(ahead > 0 ? "pace.ahead" : "pace.behind", Math.abs(ahead));
    paces.add(
        words.say("pace", words.say(key), reached, Figures.plain(pace.due()), planned, where));
  }

  private void parts(FunnelBy by) {
    List<Column> columns =
        List.of(
            Column.text(words.heading(by.name()), 30),
            Column.number(words.heading("hot"), 0),
            Column.number(words.heading("released"), 0),
            Column.number(words.heading("accepted"), 0),
            Column.text(words.heading("acceptance-rate"), 12),
            Column.number(words.heading("won"), 0),
            Column.text(words.heading("win-rate"), 12));
    List<List<String>> cells =
        month.parts(by).stream().map(sum -> cells(by, by.part(sum), sum)).toList();
    TextTable.of(columns, cells, width).lines(cells).forEach(this::add);
    add(words.say(by == FunnelBy.signal ? "funnel.rates-signal" : "funnel.rates"));
  }

  private List<String> cells(FunnelBy by, String part, FunnelStats sum) {
    return List.of(
        name(by, part),
        Integer.toString(sum.getRaised()),
        Integer.toString(sum.getReleased()),
        Integer.toString(sum.getAccepted()),
        rates.of(sum.getAccepted(), sum.getReleased()),
        Integer.toString(sum.getWon()),
        rates.of(sum.getWon(), sum.getReleased()));
  }

  private String name(FunnelBy by, String part) {
    if (by == FunnelBy.fit && part.equals(Fit.UNKNOWN.name())) {
      return words.say("score.fit-unknown");
    }
    return part.isEmpty() ? words.say("funnel.none") : part;
  }

  private void add(String line) {
    lines.add(line.isEmpty() ? line : INDENT + line);
  }
}
