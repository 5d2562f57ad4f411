package io.leadpulse.jobs.cluster;

import io.leadpulse.jobs.record.RawRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;

/** Reads the partitions of one subtask in turns, a record each. */
final class TopicSubtask implements SourceReader<RawRecord, TopicPartition> {
  private final List<List<RawRecord>> topic;
  private final long until;
  private final CountDownLatch open;
  private final List<Cursor> cursors = new ArrayList<>();
  private CompletableFuture<Void> work = new CompletableFuture<>();
  private boolean complete;
  private int turn;

  /**
   * @param until Kafka time of the first record to leave, epoch milliseconds
   * @param open counts the partitions of which no checkpoint says yet that they were read as far
   */
  TopicSubtask(List<List<RawRecord>> topic, long until, CountDownLatch open) {
    this.topic = topic;
    this.until = until;
    this.open = open;
  }

  @Override
  public void addSplits(List<TopicPartition> partitions) {
    partitions.forEach(partition -> cursors.add(new Cursor(partition)));
    work.complete(null);
  }

  @Override
  public void notifyNoMoreSplits() {
    complete = true;
    work.complete(null);
  }

  @Override
  public InputStatus pollNext(ReaderOutput<RawRecord> output) {
    for (int tried = 0; tried < cursors.size(); tried++) {
      turn = (turn + 1) % cursors.size();
      if (cursors.get(turn).emit(output)) {
        return InputStatus.MORE_AVAILABLE;
      }
    }
    if (complete && until == MemoryTopic.TO_THE_END) {
      return InputStatus.END_OF_INPUT;
    }
    work = new CompletableFuture<>();
    return InputStatus.NOTHING_AVAILABLE;
  }

  @Override
  public List<TopicPartition> snapshotState(long checkpoint) {
    return cursors.stream()
        .map(cursor -> new TopicPartition(cursor.index, cursor.position))
        .toList();
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) {
    cursors.forEach(Cursor::confirm);
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return work;
  }

  @Override
  public void start() {}

  @Override
  public void close() {}

  /** One partition, with an event time of its own. */
  private final class Cursor {
    private final int index;
    private final List<RawRecord> records;
    private int position;
    private boolean done;
    private boolean confirmed;
    private @Nullable SourceOutput<RawRecord> output;

    Cursor(TopicPartition partition) {
      index = partition.index();
      position = partition.position();
      records = topic.get(index);
    }

    boolean emit(ReaderOutput<RawRecord> outputs) {
      if (output == null) {
        cursors.forEach(cursor -> cursor.openIn(outputs));
      }
      if (position == records.size() || records.get(position).recordedAt() >= until) {
        done = true;
        return false;
      }
      RawRecord record = records.get(position);
      position++;
      output.collect(record, record.recordedAt());
      return true;
    }

    /** All at once: one that has not begun has to hold back the others' time. */
    private void openIn(ReaderOutput<RawRecord> outputs) {
      if (output == null) {
        output = outputs.createOutputForSplit(Integer.toString(index));
      }
    }

    private void confirm() {
      if (done && !confirmed) {
        confirmed = true;
        open.countDown();
      }
    }
  }
}
