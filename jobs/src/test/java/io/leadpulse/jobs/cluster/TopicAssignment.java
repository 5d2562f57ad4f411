package io.leadpulse.jobs.cluster;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;

/** Gives each subtask its partitions once; after that they are in the subtasks' own state. */
final class TopicAssignment implements SplitEnumerator<TopicPartition, List<TopicPartition>> {
  private final SplitEnumeratorContext<TopicPartition> context;
  private final List<TopicPartition> unassigned;

  TopicAssignment(SplitEnumeratorContext<TopicPartition> context, List<TopicPartition> unassigned) {
    this.context = context;
    this.unassigned = new ArrayList<>(unassigned);
  }

  @Override
  public void addReader(int subtask) {
    List<TopicPartition> own =
        unassigned.stream()
            .filter(partition -> partition.index() % context.currentParallelism() == subtask)
            .toList();
    own.forEach(partition -> context.assignSplit(partition, subtask));
    unassigned.removeAll(own);
    context.signalNoMoreSplits(subtask);
  }

  @Override
  public void addSplitsBack(List<TopicPartition> partitions, int subtask) {
    unassigned.addAll(partitions);
  }

  @Override
  public List<TopicPartition> snapshotState(long checkpoint) {
    return List.copyOf(unassigned);
  }

  @Override
  public void start() {}

  @Override
  public void handleSplitRequest(int subtask, @Nullable String host) {}

  @Override
  public void close() {}
}
