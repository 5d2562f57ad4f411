package io.leadpulse.cli.read;

import io.leadpulse.schemas.HotLeadAlert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The alerts that are asked for, each once: after a replay the topic holds them again. */
final class AlertLog {
  private static final Comparator<HotLeadAlert> BY_TIME =
      Comparator.comparing(HotLeadAlert::getOccurredAt).thenComparing(HotLeadAlert::getRecordedAt);

  private final AlertFilter filter;
  private final Set<String> messageIds = new HashSet<>();
  private final List<HotLeadAlert> alerts = new ArrayList<>();

  AlertLog(AlertFilter filter) {
    this.filter = filter;
  }

  /** Whether the alert is asked for and is no repeat of one that this was asked about before. */
  boolean isNews(HotLeadAlert alert) {
    return filter.matches(alert) && messageIds.add(alert.getMessageId());
  }

  void take(HotLeadAlert alert) {
    if (isNews(alert)) {
      alerts.add(alert);
    }
  }

  /** The newest ones, oldest first; those of one lead and hour as they were sent. */
  List<HotLeadAlert> newest(int limit) {
    List<HotLeadAlert> sorted = alerts.stream().sorted(BY_TIME).toList();
    return sorted.subList(Math.max(0, sorted.size() - limit), sorted.size());
  }
}
