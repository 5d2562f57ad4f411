package io.leadpulse.cli.erase;

import java.util.List;

/** What is left of a lead, place by place. */
record Remains(String leadId, List<Place> places) {
  Remains {
    places = List.copyOf(places);
  }

  /** How many places hold something of it. */
  int left() {
    return (int) places.stream().filter(place -> place.records() > 0).count();
  }

  /** How many places could not be searched. */
  int notLooked() {
    return (int) places.stream().filter(place -> !place.looked()).count();
  }
}
