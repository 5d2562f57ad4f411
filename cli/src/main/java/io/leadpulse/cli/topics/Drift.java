package io.leadpulse.cli.topics;

import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.stack.TopicSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * How a Kafka differs from the plan.
 *
 * @param prefix of its topics, with its dot
 * @param topics that the plan has
 * @param changes that would make it as planned, in the order of the plan
 * @param unplanned what is there and in no plan: topics under the prefix, and settings that
 *     somebody gave a planned topic. It is told and left alone.
 */
public record Drift(String prefix, int topics, List<Change> changes, List<String> unplanned) {

  public Drift {
    changes = List.copyOf(changes);
    unplanned = List.copyOf(unplanned);
  }

  /** Asks a Kafka and compares. */
  public static Drift find(Admin admin, String prefix, TopicPlan plan) {
    LiveTopics live = LiveTopics.read(admin, prefix, plan);
    List<Change> changes = new ArrayList<>();
    List<String> unplanned = new ArrayList<>(live.names());
    for (TopicPlan.Topic topic : plan.topics()) {
      String name = prefix + topic.name();
      Config config = live.settings().get(name);
      unplanned.remove(name);
      if (config == null || !live.partitions().containsKey(name)) {
        changes.add(missing(name, topic));
        continue;
      }
      comparePartitions(name, topic, live.partitions().get(name), config, changes);
      compareSettings(name, topic, config, changes);
      addUnplannedSettings(name, topic, config, unplanned);
    }
    return new Drift(prefix, plan.topics().size(), changes, unplanned);
  }

  private static Change missing(String name, TopicPlan.Topic topic) {
    String wanted = topic.partitions() + " partitions";
    return new Change(name, Change.Kind.missing, "", wanted, "", "", null);
  }

  private static void comparePartitions(
      String name, TopicPlan.Topic topic, int found, Config config, List<Change> changes) {
    int wanted = topic.partitions();
    if (found == wanted) {
      return;
    }
    boolean few = found < wanted;
    changes.add(
        new Change(
            name,
            few ? Change.Kind.too_few_partitions : Change.Kind.too_many_partitions,
            "",
            Integer.toString(wanted),
            Integer.toString(found),
            "",
            few ? Danger.ofPartitions(topic, value(config, "cleanup.policy")) : null));
  }

  private static void compareSettings(
      String name, TopicPlan.Topic topic, Config config, List<Change> changes) {
    for (Map.Entry<String, String> setting : topic.config().entrySet()) {
      String key = setting.getKey();
      String wanted = setting.getValue();
      ConfigEntry entry = config.get(key);
      String found = value(config, key);
      if (!TopicSetting.isSame(key, found, wanted)) {
        String danger = Danger.ofSetting(key, found, wanted);
        changes.add(
            new Change(name, Change.Kind.setting, key, wanted, found, source(entry), danger));
      }
    }
  }

  private static String value(Config config, String key) {
    ConfigEntry entry = config.get(key);
    return entry == null || entry.value() == null ? "" : entry.value();
  }

  private static void addUnplannedSettings(
      String name, TopicPlan.Topic topic, Config config, List<String> unplanned) {
    config.entries().stream()
        .filter(entry -> entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG)
        .filter(entry -> !topic.config().containsKey(entry.name()))
        .map(entry -> "%s %s=%s".formatted(name, entry.name(), entry.value()))
        .sorted()
        .forEach(unplanned::add);
  }

  private static String source(@Nullable ConfigEntry entry) {
    return entry == null
        ? "unknown to this Kafka"
        : entry.source().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
