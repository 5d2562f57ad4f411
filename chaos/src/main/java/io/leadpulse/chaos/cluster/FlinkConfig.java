package io.leadpulse.chaos.cluster;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;

/**
 * Flink's settings for a cluster that notices a death within seconds and takes nothing lightly.
 *
 * <p>Why these values: a killed process is noticed by its refused connections, after two heartbeats
 * of 1 s. One that merely stands still (SIGSTOP, a long pause) has to be given up by the time-outs:
 * 6 s are a fifth of Flink's own and still far above the pauses of a busy machine of two cores. The
 * session with ZooKeeper has the same 6 s, so that a suspended JobManager loses its leadership when
 * its TaskManagers lose it. Whoever looks for its leader asks again at once, not after Flink's 10
 * to 30 s.
 */
final class FlinkConfig {
  private static final int MANAGED_MEBIBYTES_PER_SLOT = 64;
  private static final int HEAP_MEBIBYTES_PER_SLOT = 96;

  private FlinkConfig() {}

  /** Of the JobManager, and in the main of the TaskManagers. */
  static Map<String, String> of(ClusterPlan plan, ClusterPorts ports) {
    Map<String, String> c = new TreeMap<>();
    addAddresses(c, plan.folder(), ports);
    addRecovery(c);
    addMemory(c, plan.slots());
    if (plan.highAvailability()) {
      addHighAvailability(c, plan.folder(), ports);
    }
    c.put("taskmanager.numberOfTaskSlots", Integer.toString(plan.slots()));
    // A job uses all TaskManagers, so that the death of any of them is one that it notices.
    c.put("taskmanager.load-balance.mode", "SLOTS");
    c.put("execution.checkpointing.dir", uri(plan.folder(), "checkpoints"));
    c.put("execution.checkpointing.savepoint-dir", uri(plan.folder(), "savepoints"));
    c.putAll(plan.flink());
    return c;
  }

  static Configuration configuration(Map<String, String> settings) {
    return Configuration.fromMap(settings);
  }

  private static void addAddresses(Map<String, String> c, Path folder, ClusterPorts ports) {
    c.put("jobmanager.rpc.address", ClusterPorts.HOST);
    c.put("jobmanager.bind-host", ClusterPorts.HOST);
    c.put("jobmanager.rpc.port", Integer.toString(ports.jobManagerRpc()));
    c.put("blob.server.port", Integer.toString(ports.jobManagerBlob()));
    c.put("taskmanager.host", ClusterPorts.HOST);
    c.put("taskmanager.bind-host", ClusterPorts.HOST);
    c.put("rest.address", ClusterPorts.HOST);
    c.put("rest.bind-address", ClusterPorts.HOST);
    c.put("rest.port", Integer.toString(ports.rest()));
    c.put("rest.bind-port", Integer.toString(ports.rest()));
    // The REST API runs code by design; nobody has to upload a jar here.
    c.put("web.submit.enable", "false");
    c.put("io.tmp.dirs", folder.resolve("tmp").toString());
    c.put("process.working-dir", folder.resolve("work").toString());
    // Of what the REST API tells, nothing is older than about a second.
    c.put("metrics.fetcher.update-interval", "1000");
    c.put("rest.cache.execution-graph.timeout", "500 ms");
    c.put("rest.cache.checkpoint-statistics.timeout", "500 ms");
  }

  private static void addRecovery(Map<String, String> c) {
    c.put("heartbeat.interval", "1 s");
    c.put("heartbeat.timeout", "6 s");
    c.put("heartbeat.rpc-failure-threshold", "2");
    c.put("cluster.registration.max-timeout", "2 s");
    c.put("cluster.registration.error-delay", "1 s");
    c.put("cluster.registration.refused-registration-delay", "1 s");
    // A restarted job waits for its slots no longer than this before it fails and tries again.
    c.put("slot.request.timeout", "60 s");
  }

  /** Below 27.5 MiB of managed memory a slot, RocksDB flushes all the time. */
  private static void addMemory(Map<String, String> c, int slots) {
    c.put("taskmanager.memory.managed.size", slots * MANAGED_MEBIBYTES_PER_SLOT + "m");
    c.put("taskmanager.memory.task.heap.size", slots * HEAP_MEBIBYTES_PER_SLOT + "m");
    c.put("taskmanager.memory.framework.heap.size", "96m");
    c.put("taskmanager.memory.framework.off-heap.size", "96m");
    c.put("taskmanager.memory.network.min", "48m");
    c.put("taskmanager.memory.network.max", "48m");
    c.put("taskmanager.memory.jvm-metaspace.size", "192m");
    c.put("taskmanager.memory.jvm-overhead.min", "96m");
    c.put("taskmanager.memory.jvm-overhead.max", "96m");
  }

  private static void addHighAvailability(Map<String, String> c, Path folder, ClusterPorts ports) {
    c.put("high-availability.type", "zookeeper");
    c.put("high-availability.zookeeper.quorum", ports.quorum());
    c.put("high-availability.storageDir", uri(folder, "ha"));
    c.put("high-availability.jobmanager.port", Integer.toString(ports.jobManagerRpc()));
    c.put("high-availability.zookeeper.client.session-timeout", "6 s");
    c.put("high-availability.zookeeper.client.connection-timeout", "3 s");
    c.put("high-availability.zookeeper.client.retry-wait", "500 ms");
    c.put("high-availability.zookeeper.client.max-retry-attempts", "20");
  }

  private static String uri(Path folder, String name) {
    return folder.resolve(name).toUri().toString();
  }
}
