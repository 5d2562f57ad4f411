package io.leadpulse.benchmarks.block;

import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;

/** Flink in this process, with a slot for each subtask, the same for all peers. */
final class FlinkProcess {
  private FlinkProcess() {}

  static MiniCluster start(Path folder, int slots, boolean counting) throws Exception {
    MiniCluster flink =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration(folder, slots, counting))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .setRpcServiceSharing(RpcServiceSharing.SHARED)
                .build());
    flink.start();
    return flink;
  }

  static Configuration configuration(Path folder, int slots, boolean counting) {
    Configuration c = new Configuration();
    c.setString("rest.address", "127.0.0.1");
    c.setString("rest.bind-address", "127.0.0.1");
    c.setString("rest.bind-port", "0");
    c.setString("jobmanager.rpc.address", "127.0.0.1");
    c.setString("taskmanager.host", "127.0.0.1");
    c.setString("web.submit.enable", "false");
    c.setString("io.tmp.dirs", folder.resolve("tmp").toString());
    // What a slot has by Flink's defaults of a process of 1.7 GB.
    c.setString("taskmanager.memory.managed.size", 512 * slots + "m");
    c.setString(
        "metrics.reporter." + MetricStore.NAME + ".factory.class",
        MetricStoreFactory.class.getName());
    if (counting) {
      StateCalls.count(c);
    }
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith(BlockMain.FLINK_SETTING)) {
        c.setString(name.substring(BlockMain.FLINK_SETTING.length()), System.getProperty(name));
      }
    }
    return c;
  }
}
