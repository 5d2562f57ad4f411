package io.leadpulse.engine.account;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The highest of many numbers, by lead. Holds more than are needed, so that most changes need no
 * look at the others.
 */
final class Ranking {
  /** Kept beyond those that are needed. */
  static final int SPARE = 12;

  private static final Comparator<Place> ORDER =
      Comparator.comparingLong(Place::value).reversed().thenComparing(Place::leadId);

  /** Highest first; of equal ones the smaller id. */
  private final List<Place> places = new ArrayList<>();

  /** Whether there are leads that are not in here; each of them is lower than all that are. */
  private boolean cut;

  /** A lead with its number. */
  record Place(String leadId, long value) {}

  List<Place> places() {
    return places;
  }

  /**
   * Takes the number of a lead.
   *
   * @param value {@link Long#MIN_VALUE} if it has none any more
   * @param needed how many of the highest matter
   * @return whether too few are known by now, so that all have to be looked at
   */
  boolean put(String leadId, long value, int needed) {
    places.removeIf(place -> place.leadId().equals(leadId));
    if (value != Long.MIN_VALUE) {
      insert(new Place(leadId, value));
      if (places.size() > needed + SPARE) {
        places.remove(places.size() - 1);
        cut = true;
      }
    }
    return cut && places.size() < needed;
  }

  private void insert(Place place) {
    int at = places.size();
    while (at > 0 && ORDER.compare(place, places.get(at - 1)) < 0) {
      at--;
    }
    boolean lowest = at == places.size();
    if (!lowest || !cut) {
      places.add(at, place);
    }
  }

  void clear() {
    places.clear();
    cut = false;
  }

  void write(ByteSink out) {
    out.fixed8(cut ? 1 : 0);
    out.unsigned(places.size());
    for (Place place : places) {
      out.text(place.leadId());
      out.signed(place.value());
    }
  }

  static Ranking read(ByteSource in) {
    Ranking ranking = new Ranking();
    ranking.cut = in.fixed8() == 1;
    for (int left = in.count(); left > 0; left--) {
      ranking.places.add(new Place(in.text(), in.signed()));
    }
    return ranking;
  }
}
