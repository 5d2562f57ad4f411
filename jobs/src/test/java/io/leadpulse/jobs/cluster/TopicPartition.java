package io.leadpulse.jobs.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Where the reading of one partition of a {@link MemoryTopic} stands. Golden savepoints hold it, so
 * its bytes are frozen.
 *
 * @param position of the next record
 */
public record TopicPartition(int index, int position) implements SourceSplit {

  static List<TopicPartition> first(int count) {
    return IntStream.range(0, count).mapToObj(i -> new TopicPartition(i, 0)).toList();
  }

  @Override
  public String splitId() {
    return Integer.toString(index);
  }

  /** One in bytes. */
  static final class Form implements SimpleVersionedSerializer<TopicPartition> {
    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(TopicPartition partition) {
      return ByteBuffer.allocate(8).putInt(partition.index()).putInt(partition.position()).array();
    }

    @Override
    public TopicPartition deserialize(int version, byte[] bytes) {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      return new TopicPartition(in.getInt(), in.getInt());
    }
  }

  /** Several in bytes. */
  static final class ListForm implements SimpleVersionedSerializer<List<TopicPartition>> {
    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(List<TopicPartition> partitions) {
      ByteBuffer out = ByteBuffer.allocate(8 * partitions.size());
      partitions.forEach(one -> out.putInt(one.index()).putInt(one.position()));
      return out.array();
    }

    @Override
    public List<TopicPartition> deserialize(int version, byte[] bytes) throws IOException {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      List<TopicPartition> partitions = new ArrayList<>();
      while (in.hasRemaining()) {
        partitions.add(new TopicPartition(in.getInt(), in.getInt()));
      }
      return partitions;
    }
  }
}
