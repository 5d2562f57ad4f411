package io.leadpulse.cli.read;

import io.leadpulse.schemas.SuspectEngagement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The machine-made events of one lead, by reason; each once, after replays too. */
final class Suspicions {
  private record Source(String topic, int partition, long offset) {}

  private final String leadId;
  private final Set<Source> events = new HashSet<>();
  private final Map<String, Integer> byReason = new TreeMap<>();

  Suspicions(String leadId) {
    this.leadId = leadId;
  }

  void take(SuspectEngagement event) {
    Source source = new Source(event.getSourceTopic(), event.getPartition(), event.getOffset());
    if (event.getLeadId().equals(leadId) && events.add(source)) {
      event.getReasons().forEach(reason -> byReason.merge(reason, 1, Integer::sum));
    }
  }

  long events() {
    return events.size();
  }

  /** Events by reason; one that has several reasons counts for each. */
  Map<String, Integer> byReason() {
    return byReason;
  }
}
