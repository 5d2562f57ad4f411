package io.leadpulse.cli.simulate;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Counts the records that the broker has taken; for several threads. */
final class Tally {
  private final Map<String, Long> byTopic = new HashMap<>();
  private final Map<Flaw, Long> byFlaw = new EnumMap<>(Flaw.class);
  private long engagements;

  synchronized void count(SimulatedRecord record, String topic) {
    byTopic.merge(topic, 1L, Long::sum);
    byFlaw.merge(record.flaw(), 1L, Long::sum);
    if (record.isEngagement()) {
      engagements++;
    }
  }

  synchronized SendReport report(int leads) {
    return new SendReport(
        byTopic,
        engagements,
        of(Flaw.DUPLICATE),
        of(Flaw.DELAYED),
        of(Flaw.LATE),
        of(Flaw.UNREADABLE),
        of(Flaw.FUTURE),
        of(Flaw.NO_LEAD),
        leads);
  }

  private long of(Flaw flaw) {
    return byFlaw.getOrDefault(flaw, 0L);
  }
}
