package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.Alert;
import io.leadpulse.engine.lead.Blocker;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * What the operator shows of itself, in the group {@code leadpulse}. Counters begin at 0 after a
 * restart; the totals that do not are {@link io.leadpulse.jobs.metrics.OutcomeCounters}.
 */
final class ScoreMetrics {
  /** Values that a histogram looks back on. */
  private static final int WINDOW = 1_024;

  private static final long NANOS_PER_MICRO = 1_000;

  private final MetricGroup group;
  private final Map<Alert.Type, Counter> alerts = new EnumMap<>(Alert.Type.class);
  private final Map<Blocker, Counter> suppressed = new EnumMap<>(Blocker.class);
  private final Counter rows;
  private final Counter tombstones;
  private final Counter timersRegistered;
  private final Counter timersFired;
  private final Counter timersEarly;
  private final Counter timersHeld;
  private final Counter releasesRefused;
  private final Counter releasesLate;
  private final Counter transferred;
  private final Counter swept;
  private final Counter entered;
  private final Counter left;
  private final Histogram publishLatency;
  private final Histogram flushTime;

  ScoreMetrics(MetricGroup operator) {
    group = operator.addGroup("leadpulse");
    for (Alert.Type type : Alert.Type.values()) {
      String term = type.name().toLowerCase(Locale.ROOT);
      alerts.put(type, group.addGroup("type", term).counter("alerts"));
    }
    for (Blocker blocker : Blocker.values()) {
      suppressed.put(blocker, group.addGroup("reason", blocker.term()).counter("suppressed"));
    }
    rows = group.counter("rows");
    tombstones = group.counter("tombstones");
    timersRegistered = group.counter("timers-registered");
    timersFired = group.counter("timers-fired");
    timersEarly = group.counter("timers-early");
    timersHeld = group.counter("timers-held");
    releasesRefused = group.counter("releases-refused");
    releasesLate = group.counter("releases-late");
    transferred = group.counter("transferred");
    swept = group.counter("swept");
    entered = group.addGroup("crossing", "entered").counter("impacts");
    left = group.addGroup("crossing", "left").counter("impacts");
    publishLatency = histogram("publish-latency-ms");
    flushTime = histogram("flush-us");
  }

  private Histogram histogram(String name) {
    return group.histogram(name, new DescriptiveStatisticsHistogram(WINDOW));
  }

  void showPendingRows(Gauge<Integer> gauge) {
    group.gauge("pending-rows", gauge);
  }

  void showReleaseVersion(Gauge<Long> gauge) {
    group.gauge("release-version", gauge);
  }

  /**
   * @param active 1 while leads are brought under another release, else 0
   */
  void showSweep(Gauge<Integer> active, Gauge<Long> version) {
    group.gauge("sweep-active", active);
    group.gauge("swept-version", version);
  }

  /**
   * @param leads how many are forgotten for good
   */
  void showErased(Gauge<Integer> leads) {
    group.gauge("leads-erased", leads);
  }

  /** Something goes to another lead. */
  void transferred() {
    transferred.inc();
  }

  void swept() {
    swept.inc();
  }

  /**
   * @param isEntry whether a lead entered HOT by a change of the model; else it left
   */
  void impact(boolean isEntry) {
    (isEntry ? entered : left).inc();
  }

  void alert(Alert.Type type) {
    count(alerts, type);
  }

  void suppressed(Blocker reason) {
    count(suppressed, reason);
  }

  private static <K> void count(Map<K, Counter> counters, K key) {
    Counter counter = counters.get(key);
    if (counter != null) {
      counter.inc();
    }
  }

  /** Rows written so far, tombstones apart. */
  long rows() {
    return rows.getCount();
  }

  /** Timers registered so far. */
  long timers() {
    return timersRegistered.getCount();
  }

  void row(boolean isTombstone) {
    (isTombstone ? tombstones : rows).inc();
  }

  void timerRegistered() {
    timersRegistered.inc();
  }

  /**
   * @param early whether there was nothing to settle yet
   */
  void timerFired(boolean early) {
    timersFired.inc();
    if (early) {
      timersEarly.inc();
    }
  }

  void timerHeld() {
    timersHeld.inc();
  }

  void releaseRefused() {
    releasesRefused.inc();
  }

  void releasesLate(int count) {
    releasesLate.inc(count);
  }

  void published(long latencyMillis) {
    publishLatency.update(latencyMillis);
  }

  void flushed(long nanos) {
    flushTime.update(nanos / NANOS_PER_MICRO);
  }
}
