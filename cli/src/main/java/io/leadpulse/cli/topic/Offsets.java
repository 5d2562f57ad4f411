package io.leadpulse.cli.topic;

import io.leadpulse.cli.stack.Answer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Where topics begin and end, and what was recorded since when. */
public final class Offsets {
  private final Admin admin;

  public Offsets(Admin admin) {
    this.admin = admin;
  }

  /** The ends of all partitions, for readers of what was committed. */
  public Map<TopicPartition, Long> ends(Collection<String> topics) {
    return at(topics, OffsetSpec.latest());
  }

  /**
   * The first record of each partition that Kafka got at this time or later; its end if there is
   * none.
   *
   * @param time epoch milliseconds
   */
  public Map<TopicPartition, Long> since(Collection<String> topics, long time) {
    Map<TopicPartition, Long> ends = ends(topics);
    Map<TopicPartition, Long> first = at(topics, OffsetSpec.forTimestamp(time));
    first.replaceAll((partition, offset) -> offset < 0 ? ends.get(partition) : offset);
    return first;
  }

  private Map<TopicPartition, Long> at(Collection<String> topics, OffsetSpec where) {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    for (TopicDescription topic :
        Answer.of(admin.describeTopics(topics).allTopicNames(), "the topics").values()) {
      topic
          .partitions()
          .forEach(p -> wanted.put(new TopicPartition(topic.name(), p.partition()), where));
    }
    Map<TopicPartition, Long> offsets = new HashMap<>();
    ListOffsetsOptions committed = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
    Answer.of(admin.listOffsets(wanted, committed).all(), "the topics' offsets")
        .forEach((partition, found) -> offsets.put(partition, found.offset()));
    return offsets;
  }
}
