package io.leadpulse.cli.stack;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.HTTPServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.prometheus.AbstractPrometheusReporter;

/**
 * Flink's own metrics for Prometheus, by Flink's own names, on loopback only: the reporter that
 * Flink brings listens on every interface and cannot be told otherwise.
 */
final class LoopbackReporter extends AbstractPrometheusReporter {
  static final String PORT = "port";

  private final HTTPServer server;

  /**
   * Listens from here on.
   *
   * @param port that is free
   */
  LoopbackReporter(int port) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
      server = new HTTPServer(address, registry(), /* daemon= */ true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LoopbackReporter of(MetricConfig config) {
    return new LoopbackReporter(config.getInteger(PORT, 0));
  }

  /** The parent shows it to its own package only. */
  private CollectorRegistry registry() {
    try {
      Field field = AbstractPrometheusReporter.class.getDeclaredField("registry");
      field.setAccessible(true);
      return (CollectorRegistry) field.get(this);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("another version of Flink's Prometheus reporter", e);
    }
  }

  @Override
  public void close() {
    server.stop();
    super.close();
  }
}
