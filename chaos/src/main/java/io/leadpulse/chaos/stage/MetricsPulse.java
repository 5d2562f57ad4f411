package io.leadpulse.chaos.stage;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.cli.stack.FlinkRest;
import io.leadpulse.cli.terminal.CliException;
import java.time.Duration;

/**
 * Whether Flink's JobManager still hears of its TaskManagers' metrics. It asks anew only when all
 * answers to its last question have come, and a process that was killed meanwhile may owe one for
 * ever (Flink 2.3.0, {@code MetricFetcherImpl}): then every counter stands still until another
 * JobManager leads.
 */
final class MetricsPulse {
  /** They are asked for every second; a restart of the job takes less. */
  private static final long STILL_NANOS = Duration.ofSeconds(40).toNanos();

  private final FlinkRest flink;
  private String last = "";
  private long since = System.nanoTime();

  MetricsPulse(FlinkRest flink) {
    this.flink = flink;
  }

  /** Whether nothing has moved for long; to be asked often. */
  boolean hasStopped() {
    String now = processorTimes();
    if (now.isEmpty() || !now.equals(last)) {
      last = now;
      since = System.nanoTime();
    }
    return System.nanoTime() - since > STILL_NANOS;
  }

  /** Of all TaskManagers; empty while Flink does not answer. */
  private String processorTimes() {
    try {
      StringBuilder times = new StringBuilder();
      for (JsonNode task : flink.get("/taskmanagers").path("taskmanagers")) {
        String path = "/taskmanagers/" + task.path("id").asText() + "/metrics";
        times.append(flink.get(path + "?get=Status.JVM.CPU.Time"));
      }
      return times.toString();
    } catch (CliException away) {
      return "";
    }
  }
}
