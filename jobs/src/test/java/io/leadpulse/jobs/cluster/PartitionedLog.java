package io.leadpulse.jobs.cluster;

import io.leadpulse.jobs.record.RawRecord;
import java.util.List;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/**
 * A topic in memory: partitions of equal length, each read in order by one subtask, which goes on
 * from its checkpointed offset after a failure.
 */
public final class PartitionedLog {
  private final Shared<List<RawRecord>> records;

  /**
   * @param partitions of one length, since the source cuts the whole into equal parts
   */
  public PartitionedLog(List<List<RawRecord>> partitions) {
    if (partitions.stream().mapToInt(List::size).distinct().count() != 1) {
      throw new IllegalArgumentException("partitions differ in length");
    }
    records = new Shared<>(partitions.stream().flatMap(List::stream).toList());
  }

  /**
   * A bounded source, for as many subtasks as there are partitions.
   *
   * @param perCheckpoint how many records it gives before it waits for the next checkpoint, so that
   *     there is always one to go back to
   */
  public DataGeneratorSource<RawRecord> source(int perCheckpoint) {
    Shared<List<RawRecord>> log = records;
    GeneratorFunction<Long, RawRecord> read = index -> log.get().get(index.intValue());
    return new DataGeneratorSource<>(
        read, log.get().size(), RateLimiterStrategy.perCheckpoint(perCheckpoint), RawRecord.TYPE);
  }
}
