package io.leadpulse.benchmarks.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlinkProcessTest {
  private static final String KEY = "state.backend.rocksdb.use-bloom-filter";

  @AfterEach
  void takeBack() {
    System.clearProperty(BlockMain.FLINK_SETTING + KEY);
  }

  @Test
  void takesTheSettingsThatAMeasurementGivesIt() {
    System.setProperty(BlockMain.FLINK_SETTING + KEY, "false");
    Configuration given = FlinkProcess.configuration(Path.of("target"), 1, false);
    assertThat(given.toMap()).containsEntry(KEY, "false");
  }

  @Test
  void saysNothingOfRocksDbOtherwise() {
    Configuration usual = FlinkProcess.configuration(Path.of("target"), 1, false);
    assertThat(usual.toMap()).doesNotContainKey(KEY);
  }
}
