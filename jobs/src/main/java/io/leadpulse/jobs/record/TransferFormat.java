package io.leadpulse.jobs.record;

import io.leadpulse.jobs.record.LeadInput.Transferred;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What goes from one lead to another in bytes, field by field. */
final class TransferFormat {
  private static final Transferred.Kind[] KINDS = Transferred.Kind.values();

  private TransferFormat() {}

  static void write(Transferred transferred, RecordOutput out) {
    out.writeNumber(transferred.recordedAt());
    out.writeNumber(transferred.run());
    out.write(transferred.kind().ordinal());
    out.writeText(transferred.leadId());
    out.writeNumber(transferred.path().size());
    transferred.path().forEach(out::writeText);
    out.writeBytes(transferred.payload());
  }

  static Transferred read(int partition, long offset, RecordInput in) {
    return new Transferred(
        partition,
        offset,
        in.readNumber(),
        in.readNumber(),
        KINDS[in.read()],
        in.readText(),
        readPath(in),
        Objects.requireNonNull(in.readBytes()));
  }

  private static List<String> readPath(RecordInput in) {
    int size = (int) in.readNumber();
    List<String> path = new ArrayList<>(size);
    for (int left = size; left > 0; left--) {
      path.add(in.readText());
    }
    return path;
  }
}
