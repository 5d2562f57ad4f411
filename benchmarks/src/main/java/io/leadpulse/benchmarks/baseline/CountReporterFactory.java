package io.leadpulse.benchmarks.baseline;

import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Makes {@link CountReporter}; Flink finds it by {@code META-INF/services}. */
public final class CountReporterFactory implements MetricReporterFactory {

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    return new CountReporter();
  }
}
