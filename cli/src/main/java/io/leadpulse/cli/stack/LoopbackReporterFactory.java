package io.leadpulse.cli.stack;

import java.util.Properties;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Makes {@link LoopbackReporter}; Flink finds it by {@code META-INF/services}. */
public final class LoopbackReporterFactory implements MetricReporterFactory {

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    return LoopbackReporter.of((MetricConfig) properties);
  }
}
