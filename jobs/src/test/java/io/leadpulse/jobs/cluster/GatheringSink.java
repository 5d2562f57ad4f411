package io.leadpulse.jobs.cluster;

import io.leadpulse.jobs.record.OutputRecord;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Keeps what it is given in memory, and nothing in a savepoint; for jobs that never fail. */
public final class GatheringSink implements Sink<OutputRecord> {
  private final Shared<Queue<OutputRecord>> records = new Shared<>(new ConcurrentLinkedQueue<>());

  /** Everything that came, in order for each subtask that wrote it. */
  public List<OutputRecord> records() {
    return List.copyOf(records.get());
  }

  @Override
  public SinkWriter<OutputRecord> createWriter(WriterInitContext context) {
    return new Writer(records.get());
  }

  private record Writer(Queue<OutputRecord> records) implements SinkWriter<OutputRecord> {
    @Override
    public void write(OutputRecord record, Context context) {
      records.add(record);
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {}
  }
}
