package io.leadpulse.cli.stack;

import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;

/**
 * Where Prometheus scrapes the Flink of this process: on loopback, with the names and filters that
 * {@code config/flink/metrics.yaml} gives to clusters, so that the same dashboards fit.
 *
 * @param settings the file to take names and filters from
 * @param port that was free when it was chosen
 */
public record MetricsEndpoint(Path settings, int port) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String REPORTER = "metrics.reporter.prometheus.";

  /**
   * Chooses the port.
   *
   * @param port 0 for any that is free
   * @throws CliException if the port is taken
   */
  public static MetricsEndpoint on(Home home, int port) {
    try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName(LOOPBACK))) {
      return new MetricsEndpoint(home.file("config/flink/metrics.yaml"), free.getLocalPort());
    } catch (IOException e) {
      throw CliException.failure(
          "port %d is not free for metrics; choose another --port-metrics".formatted(port), e);
    }
  }

  /** What to scrape. */
  public URI uri() {
    return URI.create("http://%s:%d/metrics".formatted(LOOPBACK, port));
  }

  /**
   * Adds the reporter to what Flink is started with.
   *
   * @param folder for working files
   */
  void addTo(Configuration flink, Path folder) {
    try {
      // Flink's own reader, which takes a folder, so that what works here works on a cluster.
      Path copy = Files.createDirectories(folder.resolve("metrics")).resolve("config.yaml");
      Files.copy(settings, copy);
      flink.addAll(GlobalConfiguration.loadConfiguration(copy.getParent().toString()));
    } catch (IOException | RuntimeException e) {
      throw CliException.failure("%s cannot be used".formatted(settings), e);
    }
    flink.setString(REPORTER + "factory.class", LoopbackReporterFactory.class.getName());
    flink.setString(REPORTER + LoopbackReporter.PORT, Integer.toString(port));
  }

  /**
   * Makes sure that it is there: Flink starts without a reporter that fails, and only logs it.
   *
   * @throws CliException if nothing listens
   */
  void check() {
    try (Socket socket = new Socket(LOOPBACK, port)) {
      socket.shutdownOutput();
    } catch (IOException e) {
      throw CliException.failure("Flink's metrics are not served at " + uri(), e);
    }
  }
}
