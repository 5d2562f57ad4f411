package io.leadpulse.jobs.cluster;

import io.leadpulse.jobs.record.RawRecord;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A topic in memory, read as Kafka's are: partitions by offset, which savepoints hold, spread over
 * however many subtasks there are, each with an event time of its own. It is read up to a Kafka
 * time and no further, so that a test decides where a job stands when it is stopped.
 */
public final class MemoryTopic implements Source<RawRecord, TopicPartition, List<TopicPartition>> {
  /** To the end; the source ends there. */
  public static final long TO_THE_END = Long.MAX_VALUE;

  private final Shared<List<List<RawRecord>>> partitions;
  private final int count;
  private final long until;
  private final Shared<CountDownLatch> open;

  /**
   * @param until epoch milliseconds of Kafka; a record of then or later is left for later
   */
  public MemoryTopic(List<List<RawRecord>> partitions, long until) {
    this.partitions = new Shared<>(partitions);
    this.until = until;
    count = partitions.size();
    open = new Shared<>(new CountDownLatch(count));
  }

  /**
   * Waits until all partitions were read as far as they are to be and a checkpoint holds that, so
   * that all tasks run; false if it takes too long.
   */
  public boolean awaitRead(long seconds) throws InterruptedException {
    return open.get().await(seconds, TimeUnit.SECONDS);
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<RawRecord, TopicPartition> createReader(SourceReaderContext context) {
    return new TopicSubtask(partitions.get(), until, open.get());
  }

  @Override
  public SplitEnumerator<TopicPartition, List<TopicPartition>> createEnumerator(
      SplitEnumeratorContext<TopicPartition> context) {
    return new TopicAssignment(context, TopicPartition.first(count));
  }

  @Override
  public SplitEnumerator<TopicPartition, List<TopicPartition>> restoreEnumerator(
      SplitEnumeratorContext<TopicPartition> context, List<TopicPartition> unassigned) {
    return new TopicAssignment(context, unassigned);
  }

  @Override
  public SimpleVersionedSerializer<TopicPartition> getSplitSerializer() {
    return new TopicPartition.Form();
  }

  @Override
  public SimpleVersionedSerializer<List<TopicPartition>> getEnumeratorCheckpointSerializer() {
    return new TopicPartition.ListForm();
  }
}
