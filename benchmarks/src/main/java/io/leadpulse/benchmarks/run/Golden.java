package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.peer.Claim;
import io.leadpulse.benchmarks.peer.LeanForm;
import io.leadpulse.benchmarks.traffic.Sent;
import io.leadpulse.jobs.record.SourceTopic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Works out what a peer has to write for each record, without any of the peer's own code. */
final class Golden {
  private final Claim claim;
  private final LeanForm lean = new LeanForm();
  private final Map<String, Long> counts = new HashMap<>();
  private final Set<String> events = new HashSet<>();

  Golden(Claim claim) {
    this.claim = claim;
  }

  /** The value for the next record. */
  byte[] value(Sent sent) throws IOException {
    SourceTopic source = sent.kind().source();
    String lead = new String(sent.key(), StandardCharsets.UTF_8);
    return switch (claim) {
      case EVERY_INPUT_ONCE, ONE_FOR_ONE, SAME_RECORDS -> sent.value();
      case LEAN_RECORDS -> lean.of(source, sent.value());
      case LEAN_RECORDS_COUNTED ->
          with(lean.of(source, sent.value()), counts.merge(lead, 1L, Long::sum));
      case LAST_COUNTS -> with(new byte[] {}, counts.merge(lead, 1L, Long::sum));
      case EVENTS_COUNTED -> {
        boolean isNew = events.add(lead + '/' + LeanForm.id(source, sent.value()));
        yield with(new byte[] {}, counts.merge(lead, isNew ? 1L : 0L, Long::sum));
      }
    };
  }

  private static byte[] with(byte[] value, long count) {
    return ByteBuffer.allocate(value.length + Long.BYTES).put(value).putLong(count).array();
  }
}
