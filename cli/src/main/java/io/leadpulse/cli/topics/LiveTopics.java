package io.leadpulse.cli.topics;

import io.leadpulse.cli.stack.Answer;
import io.leadpulse.cli.stack.TopicPlan;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/**
 * The topics under a prefix as a Kafka has them.
 *
 * @param names of all of them, with prefix
 * @param partitions of those in the plan, by name
 * @param settings of those in the plan, by name
 */
record LiveTopics(
    TreeSet<String> names, Map<String, Integer> partitions, Map<String, Config> settings) {

  static LiveTopics read(Admin admin, String prefix, TopicPlan plan) {
    TreeSet<String> names =
        Answer.of(admin.listTopics().names(), "Kafka's topics").stream()
            .filter(name -> name.startsWith(prefix))
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> planned =
        plan.topics().stream().map(topic -> prefix + topic.name()).filter(names::contains).toList();
    return new LiveTopics(names, partitions(admin, planned), settings(admin, planned));
  }

  private static Map<String, Integer> partitions(Admin admin, Collection<String> topics) {
    Map<String, Integer> partitions = new TreeMap<>();
    Map<String, TopicDescription> described =
        Answer.of(admin.describeTopics(topics).allTopicNames(), "the topics' partitions");
    described.forEach((name, topic) -> partitions.put(name, topic.partitions().size()));
    return partitions;
  }

  private static Map<String, Config> settings(Admin admin, Collection<String> topics) {
    Map<String, Config> settings = new TreeMap<>();
    List<ConfigResource> resources =
        topics.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    Answer.of(admin.describeConfigs(resources).all(), "the topics' settings")
        .forEach((resource, config) -> settings.put(resource.name(), config));
    return settings;
  }
}
