package io.leadpulse.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {
  @Test
  void writersWaitForTheirBatchesUnlessToldOtherwise() {
    assertThat(settings(Map.of()).producer())
        .containsEntry("linger.ms", "50")
        .containsEntry("batch.size", "131072");
    assertThat(settings(Map.of("linger.ms", "0", "batch.size", "1")).producer())
        .containsEntry("linger.ms", "0")
        .containsEntry("batch.size", "1");
  }

  @Test
  void readersAndOtherClientsAreNotToldWhatWritersAre() {
    assertThat(settings(Map.of()).client()).containsOnlyKeys("bootstrap.servers");
    assertThat(settings(Map.of()).consumer())
        .containsOnlyKeys("bootstrap.servers", "isolation.level");
  }

  @Test
  void onlyCommittedRecordsExistWhateverTheUserSays() {
    assertThat(settings(Map.of("isolation.level", "read_uncommitted")).consumer())
        .containsEntry("isolation.level", "read_committed");
  }

  private static KafkaSettings settings(Map<String, String> properties) {
    return new KafkaSettings(
        "localhost:9092", "group", "leadpulse.", properties, Duration.ofMinutes(15));
  }
}
