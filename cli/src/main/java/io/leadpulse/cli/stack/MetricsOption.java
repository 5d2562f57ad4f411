package io.leadpulse.cli.stack;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The {@code --port-metrics} option, for {@code @Mixin}. */
public final class MetricsOption {
  @Option(
      names = "--port-metrics",
      paramLabel = "PORT",
      description =
          "Shows Flink's metrics to Prometheus on this port of loopback, 0 for any that is free"
              + " (default: does not).")
  private @Nullable Integer port;

  /** The endpoint that was asked for, if one was. */
  public @Nullable MetricsEndpoint endpoint(Home home) {
    return port == null ? null : MetricsEndpoint.on(home, port);
  }
}
