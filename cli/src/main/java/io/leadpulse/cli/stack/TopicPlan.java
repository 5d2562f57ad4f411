package io.leadpulse.cli.stack;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The topics as {@code config/topics.yaml} wants them.
 *
 * @param topics in the order of the file
 */
public record TopicPlan(List<Topic> topics) {
  /** Where the plan is in a home. */
  public static final String FILE = "config/topics.yaml";

  /**
   * One topic.
   *
   * @param name without prefix
   * @param direction "in" or "out"
   * @param key "string", or the name of an Avro record
   * @param value the name of an Avro record
   * @param config Kafka's own settings of a topic; sorted
   */
  public record Topic(
      String name,
      String direction,
      String key,
      String value,
      int partitions,
      Map<String, String> config) {

    public Topic {
      config = new TreeMap<>(config);
    }
  }

  public TopicPlan {
    topics = List.copyOf(topics);
  }

  /**
   * Reads the file of a home.
   *
   * @throws CliException with exit code 78 and all problems in its message
   */
  public static TopicPlan read(Home home) {
    List<String> problems = new ArrayList<>();
    try {
      return read(home.file(FILE), problems::add);
    } catch (CliException e) {
      problems.add(e.getMessage());
      throw new CliException(e.exitCode(), String.join("\n", problems), e);
    }
  }

  /**
   * Reads a plan.
   *
   * @param problems takes what is wrong with it, one problem a line with its place and its fix
   * @throws CliException with exit code 78 if the file cannot be read or has a problem
   */
  public static TopicPlan read(Path file, Consumer<String> problems) {
    TopicFile read = TopicFile.read(file);
    List<String> found = read.problems();
    if (!found.isEmpty()) {
      found.forEach(problems);
      throw new CliException(
          ExitCode.BAD_CONFIGURATION,
          "%s is not a valid plan of topics: %d %s"
              .formatted(file, found.size(), found.size() == 1 ? "problem" : "problems"));
    }
    return read.plan();
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
