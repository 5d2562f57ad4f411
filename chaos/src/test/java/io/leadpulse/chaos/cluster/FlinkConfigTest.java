package io.leadpulse.chaos.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.stack.Home;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.FallbackKey;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkConfigTest {
  /** Flink says nothing of a key that it does not know. */
  private static final List<Class<?>> OPTIONS =
      List.of(
          BlobServerOptions.class,
          CheckpointingOptions.class,
          ClusterOptions.class,
          CoreOptions.class,
          HeartbeatManagerOptions.class,
          HighAvailabilityOptions.class,
          JobManagerOptions.class,
          MetricOptions.class,
          RestOptions.class,
          RestartStrategyOptions.class,
          TaskManagerOptions.class,
          WebOptions.class);

  /** RocksDB's least, in bytes of managed memory a slot. */
  private static final long LEAST_PER_SLOT = 28 * 1024 * 1024;

  @TempDir private Path folder;

  @Test
  void everyKeyOfTheSampleIsOneOfFlinks() throws Exception {
    assertThat(keys()).containsAll(sample().keySet());
  }

  @Test
  void everyKeyOfOurOwnClusterIsOneOfFlinks() throws Exception {
    assertThat(keys()).containsAll(FlinkConfig.of(plan(), ClusterPorts.choose()).keySet());
  }

  @Test
  void theSampleHasMemoryForRocksDbInEverySlot() throws Exception {
    assertThat(managedPerSlot(sample())).isGreaterThan(400L * 1024 * 1024);
  }

  @Test
  void ourOwnClusterHasMemoryForRocksDbInEverySlot() throws Exception {
    Configuration ours = FlinkConfig.configuration(FlinkConfig.of(plan(), ClusterPorts.choose()));
    assertThat(managedPerSlot(ours)).isGreaterThan(LEAST_PER_SLOT);
  }

  @Test
  void theSampleOpensWhatOurOwnProcessesOpen() throws Exception {
    assertThat(sample().get(CoreOptions.FLINK_JVM_OPTIONS).split("\\s+"))
        .containsExactlyElementsOf(FlinkLibrary.jvmArguments());
  }

  @Test
  void whatTheUserSaysTakesThePlaceOfOurs() throws Exception {
    ClusterPlan plan = plan().withFlink("heartbeat.timeout", "9 s");
    assertThat(FlinkConfig.of(plan, ClusterPorts.choose()))
        .containsEntry("heartbeat.timeout", "9 s");
  }

  @Test
  void aClusterWithoutHighAvailabilityHasNoZooKeeper() throws Exception {
    assertThat(FlinkConfig.of(plan().withoutHighAvailability(), ClusterPorts.choose()).keySet())
        .noneMatch(key -> key.startsWith("high-availability"));
  }

  private ClusterPlan plan() {
    return ClusterPlan.in(folder).withTaskManagers(2, 3);
  }

  private Configuration sample() throws IOException {
    Files.copy(Home.current().file("config/flink/config.yaml"), folder.resolve("config.yaml"));
    return GlobalConfiguration.loadConfiguration(folder.toString());
  }

  private static long managedPerSlot(Configuration configuration) {
    TaskExecutorProcessSpec memory = TaskExecutorProcessUtils.processSpecFromConfig(configuration);
    return memory.getManagedMemorySize().getBytes()
        / configuration.get(TaskManagerOptions.NUM_TASK_SLOTS);
  }

  private static Set<String> keys() throws IllegalAccessException {
    Set<String> keys = new HashSet<>();
    for (Class<?> options : OPTIONS) {
      for (Field field : options.getFields()) {
        if (Modifier.isStatic(field.getModifiers()) && field.getType() == ConfigOption.class) {
          ConfigOption<?> option = (ConfigOption<?>) field.get(null);
          keys.add(option.key());
          StreamSupport.stream(option.fallbackKeys().spliterator(), false)
              .map(FallbackKey::getKey)
              .forEach(keys::add);
        }
      }
    }
    return keys;
  }
}
