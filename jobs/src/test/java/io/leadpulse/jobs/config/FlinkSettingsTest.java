package io.leadpulse.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FlinkSettingsTest {
  private static final String LEAST = "kafka.bootstrap-servers: localhost:9092\n";

  @Test
  void demandsWhatTheJobCannotDoWithout() throws Exception {
    assertThat(flink(LEAST))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("pipeline.generic-types", "false"),
                Map.entry("pipeline.auto-generate-uids", "false"),
                Map.entry("pipeline.max-parallelism", "2520"),
                Map.entry("state.backend.type", "rocksdb"),
                Map.entry(
                    "state.backend.rocksdb.options-factory", "io.leadpulse.jobs.state.RocksTuning"),
                Map.entry("state.backend.rocksdb.timer-service.factory", "ROCKSDB"),
                Map.entry("execution.checkpointing.incremental", "true"),
                Map.entry("execution.checkpointing.interval", "10 s"),
                Map.entry("execution.checkpointing.timeout", "3 min"),
                Map.entry("execution.checkpointing.mode", "EXACTLY_ONCE"),
                Map.entry("execution.checkpointing.tolerable-failed-checkpoints", "2"),
                Map.entry("execution.checkpointing.num-retained", "3"),
                Map.entry(
                    "execution.checkpointing.externalized-checkpoint-retention",
                    "RETAIN_ON_CANCELLATION"),
                Map.entry("restart-strategy.type", "exponential-delay"),
                Map.entry("restart-strategy.exponential-delay.initial-backoff", "1 s"),
                Map.entry("restart-strategy.exponential-delay.max-backoff", "30 s")));
  }

  @Test
  void passesOnWhatIsChosen() throws Exception {
    assertThat(
            flink(
                LEAST
                    + """
                    parallelism: 4
                    checkpoint.dir: file:///tmp/checkpoints
                    restart.attempts: 7
                    state.backend: hashmap
                    """))
        .containsEntry("parallelism.default", "4")
        .containsEntry("execution.checkpointing.dir", "file:///tmp/checkpoints")
        .containsEntry("execution.checkpointing.storage", "filesystem")
        .containsEntry("restart-strategy.exponential-delay.attempts-before-reset-backoff", "7")
        .containsEntry("state.backend.type", "hashmap");
  }

  private static Map<String, String> flink(String text) throws BadConfigException {
    return FlinkSettings.of(JobConfig.parse("job.yaml", text)).toMap();
  }
}
