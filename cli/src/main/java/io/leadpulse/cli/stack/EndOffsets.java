package io.leadpulse.cli.stack;

import io.leadpulse.schemas.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** How many records were ever appended, where nobody writes in transactions. */
public final class EndOffsets {
  private EndOffsets() {}

  /** The sum over all partitions of the topics. */
  public static long sum(String bootstrap, String prefix, Collection<Subject<?>> subjects) {
    List<String> topics = subjects.stream().map(subject -> subject.topic(prefix)).toList();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      Map<String, TopicDescription> described =
          Answer.of(admin.describeTopics(topics).allTopicNames(), "the topics");
      Map<TopicPartition, OffsetSpec> latest =
          described.values().stream()
              .flatMap(
                  topic ->
                      topic.partitions().stream()
                          .map(p -> new TopicPartition(topic.name(), p.partition())))
              .collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest()));
      return Answer.of(admin.listOffsets(latest).all(), "the end offsets").values().stream()
          .mapToLong(ListOffsetsResultInfo::offset)
          .sum();
    }
  }
}
