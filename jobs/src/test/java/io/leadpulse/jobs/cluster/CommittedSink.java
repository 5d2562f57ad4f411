package io.leadpulse.jobs.cluster;

import io.leadpulse.jobs.record.OutputRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Keeps in memory what a read-committed reader would see: what was written between two checkpoints
 * is there once the second is complete, or never.
 */
public final class CommittedSink
    implements Sink<OutputRecord>, SupportsCommitter<CommittedSink.Batch> {
  private final Shared<Map<UUID, Batch>> committed = new Shared<>(new ConcurrentHashMap<>());

  /** Everything that was committed; in order for each subtask that wrote it. */
  public List<OutputRecord> records() {
    return committed.get().values().stream()
        .sorted(Comparator.comparingLong(Batch::number))
        .flatMap(batch -> batch.records().stream())
        .toList();
  }

  @Override
  public SinkWriter<OutputRecord> createWriter(WriterInitContext context) {
    return new Writer();
  }

  @Override
  public Committer<Batch> createCommitter(CommitterInitContext context) {
    return new IntoMemory();
  }

  @Override
  public SimpleVersionedSerializer<Batch> getCommittableSerializer() {
    return new BatchSerializer();
  }

  /**
   * What one subtask wrote between two checkpoints.
   *
   * @param id a batch may be committed again after a restart, so it is known by this
   * @param number growing in time
   */
  public record Batch(UUID id, long number, List<OutputRecord> records) {}

  private static final class Writer implements CommittingSinkWriter<OutputRecord, Batch> {
    private List<OutputRecord> records = new ArrayList<>();

    @Override
    public void write(OutputRecord record, Context context) {
      records.add(record);
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public Collection<Batch> prepareCommit() {
      Batch batch = new Batch(UUID.randomUUID(), System.nanoTime(), records);
      records = new ArrayList<>();
      return List.of(batch);
    }

    @Override
    public void close() {}
  }

  private final class IntoMemory implements Committer<Batch> {
    @Override
    public void commit(Collection<CommitRequest<Batch>> requests) {
      for (CommitRequest<Batch> request : requests) {
        committed.get().put(request.getCommittable().id(), request.getCommittable());
      }
    }

    @Override
    public void close() {}
  }

  private static final class BatchSerializer implements SimpleVersionedSerializer<Batch> {
    private final TypeSerializer<OutputRecord> records =
        OutputRecord.TYPE.createSerializer(new SerializerConfigImpl());

    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(Batch batch) throws IOException {
      DataOutputSerializer out = new DataOutputSerializer(1024);
      out.writeLong(batch.id().getMostSignificantBits());
      out.writeLong(batch.id().getLeastSignificantBits());
      out.writeLong(batch.number());
      out.writeInt(batch.records().size());
      for (OutputRecord record : batch.records()) {
        records.serialize(record, out);
      }
      return out.getCopyOfBuffer();
    }

    @Override
    public Batch deserialize(int version, byte[] bytes) throws IOException {
      DataInputDeserializer in = new DataInputDeserializer(bytes);
      UUID id = new UUID(in.readLong(), in.readLong());
      long number = in.readLong();
      List<OutputRecord> read = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        read.add(records.deserialize(in));
      }
      return new Batch(id, number, read);
    }
  }
}
