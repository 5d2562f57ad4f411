package io.leadpulse.chaos.cluster;

import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.Interrupts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chaos/run cluster}: a cluster to try things on, until Ctrl-C. */
@Command(
    name = "cluster",
    description = {
      "Starts a broker, a ZooKeeper, a JobManager and TaskManagers as processes of this machine.",
      "All listen on loopback, have the topics of config/topics.yaml, and end with this command;"
          + " what they wrote and logged stays in their folder. Kill any of them: the addresses"
          + " stay, a job recovers, and --revive starts again what died."
    },
    footerHeading = "%nExample:%n",
    footer = "  chaos/run cluster --task-managers 2 --slots 2 --revive")
public final class ClusterCommand implements Callable<Integer> {
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);
  private static final String PREFIX = "leadpulse.";

  @Spec private CommandSpec spec;

  @Option(
      names = "--task-managers",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many TaskManagers (default: ${DEFAULT-VALUE}).")
  private int taskManagers;

  @Option(
      names = "--slots",
      paramLabel = "S",
      defaultValue = "2",
      description = "Slots of each TaskManager (default: ${DEFAULT-VALUE}).")
  private int slots;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "For settings, data and logs; not there yet (default: a temporary one).")
  private @Nullable Path folder;

  @Option(
      names = "--java",
      paramLabel = "FILE",
      description = "The java that runs all of them (default: the one that runs this).")
  private @Nullable Path java;

  @Option(names = "--revive", description = "Start a process again when it died.")
  private boolean revive;

  @Override
  public Integer call() throws IOException {
    if (taskManagers < 1 || slots < 1) {
      throw new CliException(ExitCode.USAGE, "--task-managers and --slots are 1 or more");
    }
    PrintWriter err = spec.commandLine().getErr();
    Interrupts interrupts = Interrupts.watch();
    long start = System.nanoTime();
    try (Cluster cluster = Cluster.start(plan())) {
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrap()))) {
        TopicPlan.read(Home.current()).createMissing(admin, PREFIX);
      }
      announce(cluster, (System.nanoTime() - start) / 1e9, err);
      while (!interrupts.await(HEARTBEAT)) {
        if (revive) {
          revive(cluster, err);
        }
      }
    }
    return ExitCode.OK;
  }

  private ClusterPlan plan() throws IOException {
    Path chosen = folder == null ? Files.createTempDirectory("leadpulse-cluster-") : folder;
    ClusterPlan plan = ClusterPlan.in(chosen).withTaskManagers(taskManagers, slots);
    return java == null ? plan : plan.withJava(java);
  }

  private static void announce(Cluster cluster, double seconds, PrintWriter err) {
    err.printf(Locale.ROOT, "up in %.1f s%n%n", seconds);
    err.println("  Kafka                  " + cluster.bootstrap());
    err.println("  Flink's REST and page  " + cluster.rest());
    err.println("  folder                 " + cluster.folder());
    for (ManagedProcess process : cluster.processes()) {
      err.printf(Locale.ROOT, "  %-22s process %d%n", process.name(), process.pid());
    }
    err.println();
    err.println("leadpulse run lead-scoring --config FILE --cluster " + cluster.restAddress());
    err.println("Ctrl-C ends it");
    err.flush();
  }

  private static void revive(Cluster cluster, PrintWriter err) throws IOException {
    for (ManagedProcess process : cluster.processes()) {
      if (!process.isAlive()) {
        process.restart();
        err.printf(Locale.ROOT, "%s died; it is process %d now%n", process.name(), process.pid());
        err.flush();
      }
    }
  }
}
