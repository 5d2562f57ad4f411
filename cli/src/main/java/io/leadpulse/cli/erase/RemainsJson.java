package io.leadpulse.cli.erase;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left of leads for programs. Times are ISO 8601 in UTC, to the second. */
record RemainsJson(int left, int notSearched, List<Lead> leads) {

  /** One lead. */
  record Lead(String leadId, int left, int notSearched, List<Line> places) {}

  /** One place; see {@link Place}. */
  record Line(
      String place,
      Place.Kind kind,
      boolean searched,
      long records,
      long tombstones,
      @Nullable String oldest,
      @Nullable String newest,
      @Nullable String goneBy,
      String note) {}

  static RemainsJson of(List<Remains> all) {
    return new RemainsJson(
        all.stream().mapToInt(Remains::left).sum(),
        all.stream().mapToInt(Remains::notLooked).sum(),
        all.stream().map(RemainsJson::lead).toList());
  }

  private static Lead lead(Remains remains) {
    return new Lead(
        remains.leadId(),
        remains.left(),
        remains.notLooked(),
        remains.places().stream().map(RemainsJson::line).toList());
  }

  private static Line line(Place place) {
    return new Line(
        place.name(),
        place.kind(),
        place.looked(),
        place.records(),
        place.tombstones(),
        time(place.oldest()),
        time(place.newest()),
        time(place.goneBy()),
        place.note());
  }

  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : Times.text(time);
  }
}
