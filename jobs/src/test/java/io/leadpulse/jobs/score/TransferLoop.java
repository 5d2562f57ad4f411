package io.leadpulse.jobs.score;

import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.codec.TransferCodec;
import io.leadpulse.jobs.record.LeadInput.Transferred;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.schemas.registry.RecordFormat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The topic of transfers: what was sent comes back in order by partition, and not else. */
final class TransferLoop {
  private static final int PARTITIONS = 3;

  private final TransferCodec codec = new TransferCodec(RecordFormat.singleObject());
  private final List<ArrayDeque<Transferred>> partitions = new ArrayList<>();
  private long offset;

  TransferLoop() {
    for (int i = 0; i < PARTITIONS; i++) {
      partitions.add(new ArrayDeque<>());
    }
  }

  /** Takes what a checkpoint closed; of other topics nothing. */
  void append(Iterable<OutputRecord> records) {
    for (OutputRecord record : records) {
      if (record.topic() == OutputTopic.LEAD_TRANSFER) {
        append(record);
      }
    }
  }

  private void append(OutputRecord record) {
    int partition = Math.floorMod(Arrays.hashCode(record.key()), PARTITIONS);
    RawRecord raw =
        new RawRecord(
            "test.lead-transfer.v1",
            partition,
            offset++,
            Inputs.START,
            record.key(),
            record.value());
    if (!(codec.read(raw) instanceof Reading.Value<Transferred> value)) {
      throw new AssertionError("a lead sent what cannot be read");
    }
    partitions.get(partition).add(value.value());
  }

  void clear() {
    partitions.forEach(ArrayDeque::clear);
  }

  /** The next of any partition; null if nothing is under way. */
  @Nullable Transferred next(SplittableRandom random) {
    List<ArrayDeque<Transferred>> filled =
        partitions.stream().filter(queue -> !queue.isEmpty()).toList();
    return filled.isEmpty() ? null : filled.get(random.nextInt(filled.size())).remove();
  }
}
