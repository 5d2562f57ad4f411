package io.leadpulse.cli.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the job held of single events in the end: of all it said of one, the last counts. To give no
 * reason any more is to take the verdict back.
 */
final class Verdicts {
  private final Map<Place, Verdict> latest = new HashMap<>();

  /**
   * @param said when, by Kafka's clock; a lead may move to another partition, so order is not
   *     enough
   */
  private record Verdict(long said, List<String> reasons) {}

  /**
   * Takes one verdict.
   *
   * @param said Kafka's timestamp in epoch milliseconds; of equal ones the later call counts
   * @param reasons why it is a suspect; empty if it is none after all
   */
  void add(Place place, long said, List<String> reasons) {
    Verdict verdict = new Verdict(said, List.copyOf(reasons));
    latest.merge(place, verdict, (before, now) -> now.said() >= before.said() ? now : before);
  }

  /** Why the event is a suspect; empty if it is none. */
  List<String> reasons(Place place) {
    Verdict verdict = latest.get(place);
    return verdict == null ? List.of() : verdict.reasons();
  }
}
