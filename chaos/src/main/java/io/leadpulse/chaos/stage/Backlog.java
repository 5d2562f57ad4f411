package io.leadpulse.chaos.stage;

import io.leadpulse.chaos.workload.Taken;
import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.wire.Limits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What a job has not surely taken of its input: committed offsets against the last committed record
 * of each partition. The ends of partitions are of no use for that where transactions leave marks.
 */
public final class Backlog implements AutoCloseable {
  private final Taken taken;
  private final List<Input<?>> inputs;

  /** One topic, and what comes behind the last record of each partition. */
  private static final class Input<T extends SpecificRecord> {
    private final String topic;
    private final TopicReader<T> reader;
    private final Map<TopicPartition, Long> ends = new HashMap<>();

    Input(Stage stage, Subject<T> subject) {
      topic = subject.topic(Stage.PREFIX);
      reader = stage.reader(subject, Limits.RESULT);
    }

    boolean isIn(Map<TopicPartition, Long> offsets) {
      reader.readToEnd(
          record ->
              ends.merge(
                  new TopicPartition(topic, record.partition()), record.offset() + 1, Math::max));
      return ends.entrySet().stream()
          .allMatch(end -> offsets.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
  }

  /**
   * Of a job.
   *
   * @param group of its consumers
   */
  public Backlog(Stage stage, String group, List<Subject<?>> subjects) {
    inputs = subjects.stream().<Input<?>>map(subject -> new Input<>(stage, subject)).toList();
    taken = new Taken(stage.cluster().bootstrap(), group);
  }

  /** Whether all that was committed by now is in checkpoints of the job. */
  public boolean isEmpty() {
    Map<TopicPartition, Long> offsets = Map.copyOf(taken.offsets());
    return inputs.stream().allMatch(input -> input.isIn(offsets));
  }

  @Override
  public void close() {
    inputs.forEach(input -> input.reader.close());
    taken.close();
  }
}
