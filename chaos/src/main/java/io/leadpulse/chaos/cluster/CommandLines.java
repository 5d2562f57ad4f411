package io.leadpulse.chaos.cluster;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.leadpulse.cli.stack.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/** The command lines of a cluster's processes, and the files that these read. */
final class CommandLines {
  private static final String FLINK = "org.apache.flink.runtime.";

  private final ClusterPlan plan;
  private final ClusterPorts ports;
  private final Map<String, String> flink;
  private final String flinkClassPath;

  CommandLines(ClusterPlan plan, ClusterPorts ports, Home home) {
    this.plan = plan;
    this.ports = ports;
    flink = FlinkConfig.of(plan, ports);
    flinkClassPath = FlinkLibrary.classPath(home);
  }

  /** Makes the folders and writes what does not belong to one process. */
  void prepare() throws IOException {
    for (String folder : List.of("conf", "logs", "tmp", "work", "zookeeper")) {
      Files.createDirectories(plan.folder().resolve(folder));
    }
    Files.writeString(logConfig(), FlinkLibrary.resource("log4j2-process.properties"));
    writeFlinkConfig(plan.folder().resolve("conf"), flink);
    Files.writeString(
        zooKeeperConfig(),
        """
        tickTime=1000
        maxSessionTimeout=20000
        dataDir=%s
        clientPort=%d
        clientPortAddress=%s
        admin.enableServer=false
        maxClientCnxns=0
        """
            .formatted(plan.folder().resolve("zookeeper"), ports.zooKeeper(), ClusterPorts.HOST));
  }

  List<String> zooKeeper() {
    List<String> command =
        java(Role.ZOOKEEPER, flinkClassPath, "-Xmx96m", "-Dzookeeper.admin.enableServer=false");
    command.add(
        "org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.server.ZooKeeperServerMain");
    command.add(zooKeeperConfig().toString());
    return command;
  }

  List<String> broker() {
    List<String> command = java(Role.BROKER, System.getProperty("java.class.path"), "-Xmx384m");
    command.add(BrokerMain.class.getName());
    command.add(plan.folder().resolve("kafka").toString());
    command.add(Integer.toString(ports.broker()));
    command.add(Integer.toString(ports.controller()));
    Map<String, String> settings = new HashMap<>(brokerSettings());
    settings.putAll(plan.kafka());
    settings.forEach((key, value) -> command.add(key + "=" + value));
    return command;
  }

  /**
   * A broker that was killed is let in again when the session of its former life has ended; 9 s by
   * Kafka's default, and all that time nobody writes.
   */
  private static Map<String, String> brokerSettings() {
    return Map.of("broker.session.timeout.ms", "3000", "broker.heartbeat.interval.ms", "500");
  }

  List<String> jobManager() {
    List<String> command =
        java(Role.JOB_MANAGER, flinkClassPath, "-Xmx256m", "-XX:MaxMetaspaceSize=256m");
    command.add(FLINK + "entrypoint.StandaloneSessionClusterEntrypoint");
    command.add("--configDir");
    command.add(plan.folder().resolve("conf").toString());
    return command;
  }

  /** As Flink's start script does it: the sizes of memory are decided before the JVM starts. */
  List<String> taskManager(String name) throws IOException {
    Path folder = Files.createDirectories(plan.folder().resolve("conf").resolve(name));
    Map<String, String> own = new HashMap<>(flink);
    own.put("taskmanager.resource-id", name);
    writeFlinkConfig(folder, own);
    TaskExecutorProcessSpec memory =
        TaskExecutorProcessUtils.processSpecFromConfig(FlinkConfig.configuration(own));
    List<String> command =
        java(
            Role.TASK_MANAGER,
            flinkClassPath,
            ProcessMemoryUtils.generateJvmParametersStr(memory).split(" "));
    command.add(FLINK + "taskexecutor.TaskManagerRunner");
    command.add("--configDir");
    command.add(folder.toString());
    command.addAll(
        List.of(TaskExecutorProcessUtils.generateDynamicConfigsStr(memory).strip().split(" +")));
    return command;
  }

  private List<String> java(Role role, String classPath, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(plan.java().toString());
    command.addAll(FlinkLibrary.jvmArguments());
    command.add("-XX:+UseSerialGC");
    command.addAll(List.of(arguments));
    command.add("-Dlog4j2.configurationFile=" + logConfig());
    command.addAll(plan.jvm(role));
    command.add("-cp");
    command.add(classPath);
    return command;
  }

  private static void writeFlinkConfig(Path folder, Map<String, String> settings)
      throws IOException {
    Files.writeString(folder.resolve("config.yaml"), new YAMLMapper().writeValueAsString(settings));
  }

  private Path logConfig() {
    return plan.folder().resolve("conf/log4j2.properties");
  }

  private Path zooKeeperConfig() {
    return plan.folder().resolve("conf/zoo.cfg");
  }
}
