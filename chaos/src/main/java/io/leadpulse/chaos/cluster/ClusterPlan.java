package io.leadpulse.chaos.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a cluster is made of.
 *
 * @param folder for its settings, data and logs; kept
 * @param taskManagers how many there are, at least 1
 * @param slots of each TaskManager, at least 1
 * @param flink settings of Flink beside and above ours
 * @param kafka settings of the broker beside and above ours
 * @param jvm further arguments of the JVMs of a role, such as an agent
 * @param highAvailability jobs survive the JobManager, by means of a ZooKeeper
 * @param java the executable that runs all of them
 */
public record ClusterPlan(
    Path folder,
    int taskManagers,
    int slots,
    Map<String, String> flink,
    Map<String, String> kafka,
    Map<Role, List<String>> jvm,
    boolean highAvailability,
    Path java) {

  public ClusterPlan {
    if (taskManagers < 1 || slots < 1) {
      throw new IllegalArgumentException("a cluster has one TaskManager with one slot at least");
    }
    folder = folder.toAbsolutePath().normalize();
    flink = Map.copyOf(flink);
    kafka = Map.copyOf(kafka);
    jvm = Map.copyOf(jvm);
  }

  /** One TaskManager with two slots, highly available, run by the Java that runs this. */
  public static ClusterPlan in(Path folder) {
    return new ClusterPlan(
        folder,
        1,
        2,
        Map.of(),
        Map.of(),
        Map.of(),
        /* highAvailability= */ true,
        Path.of(System.getProperty("java.home"), "bin", "java"));
  }

  public ClusterPlan withTaskManagers(int count, int slotsOfEach) {
    return new ClusterPlan(folder, count, slotsOfEach, flink, kafka, jvm, highAvailability, java);
  }

  public ClusterPlan withFlink(String key, String value) {
    return new ClusterPlan(
        folder, taskManagers, slots, with(flink, key, value), kafka, jvm, highAvailability, java);
  }

  public ClusterPlan withKafka(String key, String value) {
    return new ClusterPlan(
        folder, taskManagers, slots, flink, with(kafka, key, value), jvm, highAvailability, java);
  }

  /** With further arguments for the JVMs of a role; they come after ours. */
  public ClusterPlan withJvm(Role role, String... arguments) {
    Map<Role, List<String>> more = new EnumMap<>(Role.class);
    more.putAll(jvm);
    List<String> all = new ArrayList<>(jvm(role));
    all.addAll(List.of(arguments));
    more.put(role, List.copyOf(all));
    return new ClusterPlan(folder, taskManagers, slots, flink, kafka, more, highAvailability, java);
  }

  public ClusterPlan withoutHighAvailability() {
    return new ClusterPlan(folder, taskManagers, slots, flink, kafka, jvm, false, java);
  }

  public ClusterPlan withJava(Path executable) {
    return new ClusterPlan(
        folder, taskManagers, slots, flink, kafka, jvm, highAvailability, executable);
  }

  List<String> jvm(Role role) {
    return jvm.getOrDefault(role, List.of());
  }

  private static Map<String, String> with(Map<String, String> map, String key, String value) {
    Map<String, String> more = new HashMap<>(map);
    more.put(key, value);
    return more;
  }
}
