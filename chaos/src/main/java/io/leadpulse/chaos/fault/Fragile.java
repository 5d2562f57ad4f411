package io.leadpulse.chaos.fault;

import io.leadpulse.chaos.agent.AgentJar;
import io.leadpulse.chaos.cluster.ClusterPlan;
import io.leadpulse.chaos.cluster.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Plans clusters whose processes die at points. */
public final class Fragile {
  /** A spare one, so that a recovery does not have to wait for a new JVM. */
  private static final int TASK_MANAGERS = 3;

  /** None lives long enough to earn back what the second compiler costs. */
  private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

  private Fragile() {}

  /** Where the points of a cluster in a folder are armed. */
  public static Path traps(Path folder) {
    return folder.resolve("traps");
  }

  /**
   * Plans a cluster, and writes the agent of its processes.
   *
   * @param folder for everything that the cluster writes
   * @param breakages promises that are broken on purpose, in the agent's words
   */
  public static ClusterPlan plan(Path folder, List<String> breakages) throws IOException {
    String agent = AgentJar.option(Files.createDirectories(traps(folder)), breakages);
    return ClusterPlan.in(folder)
        .withTaskManagers(TASK_MANAGERS, 1)
        // Flink's 10 s are not enough while other processes of a busy machine start as well.
        .withFlink("pekko.startup-timeout", "60 s")
        .withJvm(Role.TASK_MANAGER, SHORT_LIVED, agent)
        .withJvm(Role.JOB_MANAGER, SHORT_LIVED, agent)
        .withJvm(Role.BROKER, SHORT_LIVED, agent)
        .withJvm(Role.ZOOKEEPER, SHORT_LIVED);
  }
}
