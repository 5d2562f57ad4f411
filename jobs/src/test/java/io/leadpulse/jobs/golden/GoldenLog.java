package io.leadpulse.jobs.golden;

import io.leadpulse.jobs.codec.InputCodec;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.jobs.record.SourceTopic;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The records beside a golden savepoint, of which the job had read a part when it was made. */
final class GoldenLog {
  private static final String FILE = "log.gz";

  private GoldenLog() {}

  static void write(Path folder, List<List<RawRecord>> partitions) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(folder.resolve(FILE))))) {
      out.writeInt(partitions.size());
      for (List<RawRecord> partition : partitions) {
        out.writeInt(partition.size());
        for (RawRecord record : partition) {
          write(out, record);
        }
      }
    }
  }

  private static void write(DataOutputStream out, RawRecord record) throws IOException {
    out.writeUTF(record.topic());
    out.writeInt(record.partition());
    out.writeLong(record.offset());
    out.writeLong(record.recordedAt());
    write(out, record.key());
    write(out, record.value());
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static List<List<RawRecord>> read(Path folder) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(folder.resolve(FILE))))) {
      List<List<RawRecord>> partitions = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        List<RawRecord> partition = new ArrayList<>();
        for (int records = in.readInt(); records > 0; records--) {
          partition.add(record(in));
        }
        partitions.add(partition);
      }
      return partitions;
    }
  }

  private static RawRecord record(DataInputStream in) throws IOException {
    return new RawRecord(
        in.readUTF(), in.readInt(), in.readLong(), in.readLong(), bytes(in), bytes(in));
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }

  /** What can be read of the records, by Kafka time. */
  static List<LeadInput> inputs(List<List<RawRecord>> partitions, String prefix) {
    InputCodec codec = new InputCodec();
    List<LeadInput> inputs = new ArrayList<>();
    partitions.forEach(
        partition ->
            partition.forEach(
                record -> {
                  if (codec.read(source(record, prefix), record)
                          instanceof Reading.Value<SourceInput> readable
                      && readable.value() instanceof LeadInput input) {
                    inputs.add(input);
                  }
                }));
    inputs.sort(Comparator.comparingLong(LeadInput::recordedAt));
    return inputs;
  }

  private static SourceTopic source(RawRecord record, String prefix) {
    for (SourceTopic source : SourceTopic.values()) {
      if (source.topic(prefix).equals(record.topic())) {
        return source;
      }
    }
    throw new AssertionError(record.topic());
  }
}
