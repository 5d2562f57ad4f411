package io.leadpulse.cli.topics;

import io.leadpulse.cli.stack.TopicPlan;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The plan as {@code KafkaTopic} resources of Strimzi's topic operator.
 *
 * @param cluster value of the label by which the operator knows its topics
 * @param prefix of the topics, with its dot
 * @param replicas null to leave it to the broker
 */
record StrimziExport(String cluster, String prefix, @Nullable Short replicas) {
  private static final int LONGEST_NAME = 253;
  private static final int HASH_LENGTH = 9;

  /** The resources, each a document of YAML. */
  String text(TopicPlan plan) {
    StringBuilder text = new StringBuilder();
    for (TopicPlan.Topic topic : plan.topics()) {
      append(text, topic);
    }
    return text.toString();
  }

  private void append(StringBuilder text, TopicPlan.Topic topic) {
    String name = prefix + topic.name();
    text.append("---\n")
        .append("apiVersion: kafka.strimzi.io/v1\n")
        .append("kind: KafkaTopic\n")
        .append("metadata:\n")
        .append("  name: ")
        .append(resourceName(name))
        .append("\n  labels:\n    strimzi.io/cluster: ")
        .append(quoted(cluster))
        .append("\nspec:\n  topicName: ")
        .append(quoted(name))
        .append("\n  partitions: ")
        .append(topic.partitions())
        .append('\n');
    if (replicas != null) {
      text.append("  replicas: ").append(replicas).append('\n');
    }
    if (!topic.config().isEmpty()) {
      text.append("  config:\n");
      for (Map.Entry<String, String> setting : topic.config().entrySet()) {
        text.append("    ").append(setting.getKey()).append(": ");
        text.append(value(setting.getValue())).append('\n');
      }
    }
  }

  /**
   * A name that Kubernetes takes: lower case, digits, '-' and '.', each part between dots beginning
   * and ending with a letter or digit. If the topic's own name is none, a hash keeps it apart.
   */
  static String resourceName(String topic) {
    String legal =
        topic
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9.-]", "-")
            .replaceAll("-*\\.[.-]*", ".")
            .replaceAll("^[.-]+|[.-]+$", "");
    if (legal.equals(topic) && legal.length() <= LONGEST_NAME) {
      return legal;
    }
    CRC32 hash = new CRC32();
    hash.update(topic.getBytes(StandardCharsets.UTF_8));
    String cut = legal.substring(0, Math.min(legal.length(), LONGEST_NAME - HASH_LENGTH));
    return "%s-%08x".formatted(cut.replaceAll("[.-]+$", ""), hash.getValue());
  }

  private static String value(String text) {
    return text.matches("-?\\d{1,18}") || text.equals("true") || text.equals("false")
        ? text
        : quoted(text);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
