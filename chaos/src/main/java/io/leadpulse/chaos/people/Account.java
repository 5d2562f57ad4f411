package io.leadpulse.chaos.people;

import io.leadpulse.chaos.people.Line.Change;
import io.leadpulse.chaos.people.Line.Visit;
import io.leadpulse.cli.stack.OutcomeTotals;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.IdentityChangeKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What has been sent so far, by which one sees whether the job has come to rest. */
public final class Account {
  private final Map<SourceTopic, Long> sent = new EnumMap<>(SourceTopic.class);
  private final Set<String> linked = new HashSet<>();

  /** Events by visitors of whom nobody knows yet who they are. */
  private final Map<String, Set<String>> anonymous = new HashMap<>();

  public void add(Line line) {
    sent.merge(line.topic(), 1L, Long::sum);
    if (line instanceof Visit visit && visit.isAnonymous()) {
      touch(visit.visitorId(), visit.eventId());
    } else if (line instanceof Visit visit && !visit.visitorId().isEmpty()) {
      link(visit.visitorId());
    } else if (line instanceof Change change && change.kind() == IdentityChangeKind.LINK) {
      link(change.otherId());
    }
  }

  private void touch(String visitor, String event) {
    if (!linked.contains(visitor)) {
      anonymous.computeIfAbsent(visitor, any -> new HashSet<>()).add(event);
    }
  }

  private void link(String visitor) {
    linked.add(visitor);
    anonymous.remove(visitor);
  }

  /** Records of a topic. */
  public long sent(SourceTopic topic) {
    return sent.getOrDefault(topic, 0L);
  }

  /** Records that wait as long as no link comes: copies of one event are one. */
  public long waiting() {
    return anonymous.values().stream().mapToLong(Set::size).sum();
  }

  /**
   * Whether every record has come to its outcome: none waits for a verdict or is on its way from
   * one lead to another.
   */
  public boolean isSettled(OutcomeTotals totals) {
    for (SourceTopic topic : SourceTopic.values()) {
      Map<String, Long> counts = totals.bySource().getOrDefault(topic.baseName(), Map.of());
      long sum = counts.values().stream().mapToLong(Long::longValue).sum();
      if (sum != sent(topic)) {
        return false;
      }
    }
    return totals.engagements(Outcome.PENDING.term()) == 0
        && totals.engagements(Outcome.WAITING.term()) == waiting()
        && totals.of(SourceTopic.IDENTITY.baseName(), Outcome.WAITING.term()) == 0
        && totals.of(SourceTopic.LEAD_PROFILE.baseName(), Outcome.WAITING.term()) == 0
        && totals.of(SourceTopic.SALES_ACTIVITY.baseName(), Outcome.WAITING.term()) == 0;
  }
}
