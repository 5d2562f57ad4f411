package io.leadpulse.jobs.score;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** A metric group that can be asked what it shows, by {@code group.key.value.name}. */
final class Metrics extends UnregisteredMetricsGroup {
  private final String path;
  private final Map<String, Object> shown;

  Metrics() {
    this("", new HashMap<>());
  }

  private Metrics(String path, Map<String, Object> shown) {
    this.path = path;
    this.shown = shown;
  }

  @Override
  public MetricGroup addGroup(String name) {
    return new Metrics(path + name + ".", shown);
  }

  @Override
  public MetricGroup addGroup(String key, String value) {
    return new Metrics(path + key + "." + value + ".", shown);
  }

  @Override
  public Counter counter(String name) {
    return keep(name, new SimpleCounter());
  }

  @Override
  public <H extends Histogram> H histogram(String name, H histogram) {
    return keep(name, histogram);
  }

  @Override
  public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
    return keep(name, gauge);
  }

  private <M> M keep(String name, M metric) {
    shown.put(path + name, metric);
    return metric;
  }

  long count(String name) {
    return ((Counter) find(name)).getCount();
  }

  Histogram histogram(String name) {
    return (Histogram) find(name);
  }

  int gauge(String name) {
    return (Integer) ((Gauge<?>) find(name)).getValue();
  }

  long size(String name) {
    return (Long) ((Gauge<?>) find(name)).getValue();
  }

  private Object find(String name) {
    Object metric = shown.get("leadpulse." + name);
    if (metric == null) {
      throw new AssertionError("no metric " + name + " among " + shown.keySet());
    }
    return metric;
  }
}
