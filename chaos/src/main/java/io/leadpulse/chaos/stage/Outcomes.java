package io.leadpulse.chaos.stage;

import io.leadpulse.engine.lead.Move;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.SourceTopic;
import java.util.HashMap;
import java.util.Map;

/** What became of each record. */
public final class Outcomes {
  private final Map<Place, Outcome> places = new HashMap<>();

  /** Where a record lies. */
  public record Place(SourceTopic topic, int partition, long offset) {

    public static Place of(LeadInput input) {
      return new Place(input.source(), input.partition(), input.offset());
    }
  }

  void put(LeadInput input, Outcome outcome) {
    places.put(Place.of(input), outcome);
  }

  /** A record of before has another outcome. */
  void move(Move move) {
    SourceTopic topic = SourceTopic.of(move.kind().channel());
    places.put(new Place(topic, move.partition(), move.offset()), move.to());
  }

  /** By where the record lies. */
  public Map<Place, Outcome> all() {
    return places;
  }
}
