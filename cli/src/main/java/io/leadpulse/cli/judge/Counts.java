package io.leadpulse.cli.judge;

import io.leadpulse.cli.truth.Actor;
import io.leadpulse.cli.truth.Exhibit;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Suspects against the truth, each event once however many copies there are: a suspect in one copy
 * is one. An event that can never be tied to a lead is not counted; nobody could be hot by it.
 */
final class Counts {
  static final String CLICK = "click";
  static final String PAGE_VIEW = "page-view";

  /** Others are worth nothing by themselves, or no machine does them. */
  private static final Set<String> COUNTED = Set.of(CLICK, PAGE_VIEW);

  private final Map<String, Map<Actor, Share>> suspects = new TreeMap<>();
  private final Map<String, Map<String, Map<String, Long>>> confusion = new TreeMap<>();
  private final Map<String, Long> missed = new TreeMap<>();
  private final Map<String, Long> lost = new TreeMap<>();

  private Counts() {}

  static Counts of(Evidence evidence, Verdicts verdicts) {
    Counts counts = new Counts();
    Reach reach = Reach.of(evidence);
    Map<Object, Exhibit> once = new IdentityHashMap<>();
    Map<Object, Set<String>> reasons = new IdentityHashMap<>();
    evidence.forEach(
        (place, exhibit) -> {
          if (reach.isOfLead(exhibit.claim())) {
            once.putIfAbsent(exhibit.truth(), exhibit);
            List<String> given = verdicts.reasons(place);
            if (!given.isEmpty()) {
              reasons.computeIfAbsent(exhibit.truth(), t -> new TreeSet<>()).addAll(given);
            }
          }
        });
    once.forEach((truth, exhibit) -> counts.count(exhibit, reasons.getOrDefault(truth, Set.of())));
    return counts;
  }

  private void count(Exhibit exhibit, Set<String> reasons) {
    String kind = exhibit.claim().kind();
    Actor actor = exhibit.truth().actor();
    for (String reason : reasons) {
      confusion
          .computeIfAbsent(reason, r -> new TreeMap<>())
          .computeIfAbsent(actor.term(), a -> new TreeMap<>())
          .merge(kind, 1L, Long::sum);
    }
    if (!COUNTED.contains(kind)) {
      return;
    }
    boolean suspect = !reasons.isEmpty();
    suspects
        .computeIfAbsent(kind, k -> new TreeMap<>())
        .merge(actor, new Share(0, 0).plus(suspect), (sum, one) -> sum.plus(suspect));
    String scene = exhibit.truth().setting().term() + ' ' + kind;
    if (actor == Actor.MACHINE && !suspect) {
      missed.merge(scene, 1L, Long::sum);
    } else if (actor == Actor.HUMAN && suspect) {
      lost.merge(scene, 1L, Long::sum);
    }
  }

  /** Of the events of a kind that an actor made, those judged suspect. */
  Share suspects(String kind, Actor actor) {
    return suspects.getOrDefault(kind, Map.of()).getOrDefault(actor, new Share(0, 0));
  }

  /** Events by reason, actor and kind. */
  Map<String, Map<String, Map<String, Long>>> confusion() {
    return Collections.unmodifiableMap(confusion);
  }

  /** Machines' events that passed for human, by scene and kind. */
  Map<String, Long> missed() {
    return Collections.unmodifiableMap(missed);
  }

  /** People's events that were judged suspect, by scene and kind. */
  Map<String, Long> lost() {
    return Collections.unmodifiableMap(lost);
  }
}
