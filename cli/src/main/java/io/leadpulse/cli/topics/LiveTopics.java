package io.leadpulse.cli.topics;

import io.leadpulse.cli.stack.Answer;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.terminal.CliException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

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
    admin
        .describeTopics(topics)
        .topicNameValues()
        .forEach(
            (name, answer) ->
                unlessGone(answer, name)
                    .ifPresent(topic -> partitions.put(name, topic.partitions().size())));
    return partitions;
  }

  private static Map<String, Config> settings(Admin admin, Collection<String> topics) {
    Map<String, Config> settings = new TreeMap<>();
    List<ConfigResource> resources =
        topics.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    admin
        .describeConfigs(resources)
        .values()
        .forEach(
            (topic, answer) ->
                unlessGone(answer, topic.name())
                    .ifPresent(config -> settings.put(topic.name(), config)));
    return settings;
  }

  /** Empty if the topic was deleted since the names were asked for. */
  private static <T> Optional<T> unlessGone(Future<T> answer, String topic) {
    try {
      return Optional.of(Answer.of(answer, topic));
    } catch (CliException e) {
      if (e.getCause() instanceof ExecutionException wrapped
          && wrapped.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
