package io.leadpulse.cli.demo;

import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.Tier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a reader of scores and alerts has seen so far. For several threads. */
final class ScoreBoard {
  private final Map<LeadScoreKey, LeadRow> rows = new HashMap<>();
  private final Map<String, Integer> scorecardsByLead = new HashMap<>();
  private final Latencies all = new Latencies();
  private Latencies recent = new Latencies();
  private long scores;
  private long alertsRaised;
  private @Nullable HotLeadAlert firstRaised;

  /**
   * What the status line shows.
   *
   * @param leads with a score
   * @param hot of them, hot ones
   * @param latency median since the last look, in milliseconds
   */
  record Glance(int leads, long hot, long alertsRaised, long latency) {}

  /**
   * A row that became visible.
   *
   * @param score null: the lead has no score any more
   * @param seenAt when the reader got it, epoch milliseconds
   */
  synchronized void score(LeadScoreKey key, @Nullable LeadScore score, long seenAt) {
    if (score == null) {
      if (rows.remove(key) != null) {
        scorecardsByLead.computeIfPresent(
            key.getLeadId(), (lead, count) -> count == 1 ? null : count - 1);
      }
      return;
    }
    scores++;
    long recordedAt = score.getRecordedAt().toEpochMilli();
    LeadRow before = rows.put(key, new LeadRow(recordedAt, score.getTier() == Tier.HOT));
    if (before == null) {
      scorecardsByLead.merge(key.getLeadId(), 1, Integer::sum);
    }
    // A row that accounts for no newer input was caused by time or by a model.
    if (before == null || recordedAt > before.recordedAt()) {
      all.add(seenAt - recordedAt);
      recent.add(seenAt - recordedAt);
    }
  }

  synchronized void alert(HotLeadAlert alert) {
    if (alert.getType() == AlertType.RAISED) {
      alertsRaised++;
      firstRaised = firstRaised == null ? alert : firstRaised;
    }
  }

  synchronized Optional<HotLeadAlert> firstRaised() {
    return Optional.ofNullable(firstRaised);
  }

  synchronized Glance glance() {
    long hot = rows.values().stream().filter(LeadRow::hot).count();
    Glance glance = new Glance(scorecardsByLead.size(), hot, alertsRaised, recent.percentile(0.5));
    recent = new Latencies();
    return glance;
  }

  /** Rows published. */
  synchronized long scores() {
    return scores;
  }

  synchronized long alertsRaised() {
    return alertsRaised;
  }

  /** Leads with a score. */
  synchronized int leads() {
    return scorecardsByLead.size();
  }

  /**
   * From the append of the newest input that a row accounts for until the row was read.
   *
   * @param share above 0, at most 1
   * @return milliseconds
   */
  synchronized long latency(double share) {
    return all.percentile(share);
  }
}
