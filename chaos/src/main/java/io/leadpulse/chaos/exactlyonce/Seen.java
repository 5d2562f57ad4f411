package io.leadpulse.chaos.exactlyonce;

import io.leadpulse.chaos.oracle.Notice;
import io.leadpulse.chaos.oracle.Verdict;
import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one reader of committed records has seen so far. */
final class Seen {
  private static final int MOST_EXAMPLES = 20;

  private final Map<String, Verdict> rows = new HashMap<>();
  private final Map<String, Long> revisions = new HashMap<>();
  private final List<Notice> alerts = new ArrayList<>();
  private final Set<String> alertIds = new HashSet<>();
  private final List<String> anomalies = new ArrayList<>();
  private long anomalyCount;

  void row(LeadScore row) {
    String key = row.getLeadId() + " " + row.getScorecard();
    Long before = revisions.put(key, row.getRevision());
    if (before != null && before > row.getRevision()) {
      anomaly("%s went back from revision %d to %d".formatted(key, before, row.getRevision()));
    }
    Map<String, Long> contributions = new HashMap<>();
    row.getContributions()
        .forEach(part -> contributions.put(part.getSignal(), part.getMilliPoints()));
    rows.put(key, new Verdict(row.getIntentMilli(), contributions, row.getTier() == Tier.HOT));
  }

  void alert(TopicRecord<HotLeadAlert> message) {
    HotLeadAlert alert = message.value();
    if (alert == null) {
      anomaly("an alert without a value at offset " + message.offset());
      return;
    }
    if (!alertIds.add(alert.getMessageId())) {
      anomaly("alert %s of %s came again".formatted(alert.getMessageId(), alert.getLeadId()));
    }
    alerts.add(
        new Notice(
            alert.getMessageId(),
            alert.getLeadId(),
            alert.getScorecard(),
            alert.getCause(),
            alert.getIntentMilli()));
  }

  void anomaly(String what) {
    anomalyCount++;
    if (anomalies.size() < MOST_EXAMPLES) {
      anomalies.add(what);
    }
  }

  Map<String, Verdict> rows() {
    return rows;
  }

  List<Notice> alerts() {
    return alerts;
  }

  long anomalyCount() {
    return anomalyCount;
  }

  /** The first of them. */
  List<String> anomalies() {
    return anomalies;
  }
}
