package io.leadpulse.cli.erase;

import io.leadpulse.cli.terminal.Column;
import io.leadpulse.cli.terminal.TextTable;
import java.io.PrintWriter;
import java.util.List;

/** What is left of leads for people: a line for each place. */
final class RemainsText {
  private static final List<Column> COLUMNS =
      List.of(
          Column.fixed("PLACE", 10),
          Column.number("RECORDS", 7),
          Column.fixed("OLDEST", 20),
          Column.fixed("NEWEST", 20),
          Column.fixed("GONE BY", 20),
          Column.fixed("WHY", 10));

  private RemainsText() {}

  static void print(List<Remains> all, PrintWriter out) {
    for (Remains remains : all) {
      List<List<String>> rows = remains.places().stream().map(RemainsText::row).toList();
      // A date that is cut off is of no use to anybody.
      TextTable.of(COLUMNS, rows, Integer.MAX_VALUE).lines(rows).forEach(out::println);
      out.println(sum(remains));
    }
    out.flush();
  }

  private static List<String> row(Place place) {
    return List.of(
        place.name(),
        place.looked() ? Long.toString(place.records()) : "?",
        Times.text(place.oldest()),
        Times.text(place.newest()),
        goneBy(place),
        why(place));
  }

  private static String goneBy(Place place) {
    boolean stays = place.looked() && place.records() > 0 && place.goneBy() == null;
    return stays ? "not by itself" : Times.text(place.goneBy());
  }

  private static String why(Place place) {
    if (!place.looked()) {
      return "not searched: " + place.note();
    }
    boolean ofOthers = place.kind() == Place.Kind.input && place.records() > 0;
    return ofOthers ? "input: " + place.note() : place.note();
  }

  private static String sum(Remains remains) {
    String left =
        remains.left() == 0
            ? "nothing is left of %s".formatted(remains.leadId())
            : "something is left of %s in %d places".formatted(remains.leadId(), remains.left());
    return remains.notLooked() == 0
        ? left
        : left + " that were searched; %d were not".formatted(remains.notLooked());
  }
}
