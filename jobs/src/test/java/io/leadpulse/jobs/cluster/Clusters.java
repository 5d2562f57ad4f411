package io.leadpulse.jobs.cluster;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;

/** Flink clusters in the process of a test. */
public final class Clusters {
  private Clusters() {}

  /** One TaskManager, with memory enough for RocksDB, whose metrics stay readable. */
  public static MiniClusterExtension of(int slots, InMemoryReporter reporter) {
    Configuration memory =
        new Configuration()
            .set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
    return new MiniClusterExtension(
        new MiniClusterResourceConfiguration.Builder()
            .setConfiguration(reporter.addToConfiguration(memory))
            .setNumberSlotsPerTaskManager(slots)
            .build());
  }
}
