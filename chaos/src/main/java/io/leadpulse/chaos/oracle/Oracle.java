package io.leadpulse.chaos.oracle;

import io.leadpulse.chaos.workload.Entry;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.model.ScoringModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The final rows, alerts and outcomes that the records sent must lead to.
 *
 * @param verdicts by lead and scorecard, {@link Verdict#NOTHING} left out
 * @param notices in no order
 * @param outcomes how many records by source topic, then by outcome
 */
public record Oracle(
    Map<String, Verdict> verdicts, List<Notice> notices, Map<String, Map<String, Long>> outcomes) {

  /**
   * Works them out.
   *
   * @param entries each lead's in the order of sending
   */
  public static Oracle of(ScoringModel model, List<Entry> entries, int endHour) {
    List<Notice> notices = new ArrayList<>();
    Map<String, LeadFate> fates = new HashMap<>();
    Map<String, Map<String, Long>> outcomes = new TreeMap<>();
    for (Entry entry : entries) {
      Outcome outcome =
          fates.computeIfAbsent(entry.leadId(), id -> new LeadFate(model, id, notices)).take(entry);
      outcomes
          .computeIfAbsent(entry.lane().source(), lane -> new TreeMap<>())
          .merge(outcome.term(), 1L, Long::sum);
    }
    Map<String, Verdict> verdicts = new TreeMap<>();
    fates.forEach((leadId, fate) -> fate.end(leadId, endHour, verdicts));
    return new Oracle(verdicts, notices, outcomes);
  }
}
