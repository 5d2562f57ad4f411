package io.leadpulse.cli.topics;

import org.jspecify.annotations.Nullable;

/**
 * One thing in which a Kafka differs from the plan.
 *
 * @param topic with prefix
 * @param what kind of difference
 * @param key the setting that differs; empty if it is no setting
 * @param wanted by the plan
 * @param found in Kafka; empty if the topic is missing
 * @param source where Kafka has the value from, such as {@code dynamic-topic-config}; empty if it
 *     is no setting
 * @param danger what making it so would destroy; null if nothing
 */
public record Change(
    String topic,
    Kind what,
    String key,
    String wanted,
    String found,
    String source,
    @Nullable String danger) {

  /** The kinds, named as they are shown. */
  public enum Kind {
    /** The topic is not there. */
    missing,

    /** A setting has another value. */
    setting,

    /** The topic has fewer partitions than planned. */
    too_few_partitions,

    /** The topic has more partitions than planned; none can be taken away. */
    too_many_partitions
  }

  @Override
  public String toString() {
    return switch (what) {
      case missing -> "%s is missing".formatted(topic);
      case setting ->
          "%s has %s=%s (%s), the plan has %s".formatted(topic, key, found, source, wanted);
      case too_few_partitions, too_many_partitions ->
          "%s has %s partitions, the plan has %s".formatted(topic, found, wanted);
    };
  }
}
