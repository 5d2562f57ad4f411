package io.leadpulse.benchmarks.block;

import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Makes {@link MetricStore}; Flink finds it by {@code META-INF/services}. */
public final class MetricStoreFactory implements MetricReporterFactory {

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    return new MetricStore();
  }
}
