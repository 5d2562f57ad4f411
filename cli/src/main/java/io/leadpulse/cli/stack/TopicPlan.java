package io.leadpulse.cli.stack;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/**
 * The topics as {@code config/topics.yaml} wants them.
 *
 * @param topics in the order of the file
 */
public record TopicPlan(List<Topic> topics) {

  /**
   * One topic.
   *
   * @param name without prefix
   * @param direction "in" or "out"
   * @param key "string", or the name of an Avro record
   * @param value the name of an Avro record
   * @param config Kafka's own settings of a topic
   */
  public record Topic(
      String name,
      String direction,
      String key,
      String value,
      int partitions,
      @Nullable Map<String, String> config) {}

  public TopicPlan {
    topics = List.copyOf(topics);
  }

  /** Reads the file of a home. */
  public static TopicPlan read(Home home) {
    Path file = home.file("config/topics.yaml");
    try {
      return new TopicPlan(
          new YAMLMapper().readValue(file.toFile(), new TypeReference<List<Topic>>() {}));
    } catch (IOException e) {
      throw new CliException(
          ExitCode.BAD_CONFIGURATION, "%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * Creates what is missing, with one replica, and leaves what is there as it is.
   *
   * @param prefix of this installation's topics, with its dot
   */
  public void createMissing(Admin admin, String prefix) {
    Set<String> present = Answer.of(admin.listTopics().names(), "the broker's topics");
    List<NewTopic> missing =
        topics.stream()
            .filter(topic -> !present.contains(prefix + topic.name))
            .map(
                topic ->
                    new NewTopic(prefix + topic.name, topic.partitions, (short) 1)
                        .configs(topic.config))
            .toList();
    Answer.of(admin.createTopics(missing).all(), "new topics");
  }
}
