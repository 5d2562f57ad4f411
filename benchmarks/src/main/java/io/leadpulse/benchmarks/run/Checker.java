package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.block.BlockResult;
import io.leadpulse.benchmarks.measure.Check;
import io.leadpulse.benchmarks.peer.Claim;
import io.leadpulse.benchmarks.peer.LeanForm;
import io.leadpulse.benchmarks.peer.Peer;
import io.leadpulse.benchmarks.traffic.Kind;
import io.leadpulse.benchmarks.traffic.Sent;
import io.leadpulse.benchmarks.traffic.Trace;
import io.leadpulse.jobs.record.SourceTopic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Holds the output of each block to what its peer claims; what is claimed is worked out once. */
final class Checker {
  private static final Map<Kind, SourceTopic> SOURCES = sources();

  private final Trace trace;
  private final Map<Claim, String> expected = new EnumMap<>(Claim.class);

  Checker(Trace trace) {
    this.trace = trace;
  }

  /**
   * @param prefix of the topics that the block wrote to
   */
  Check check(Peer peer, BlockResult result, Broker broker, String prefix) {
    Claim claim = peer.claim();
    String found =
        claim == Claim.EVERY_INPUT_ONCE
            ? outcomes(result)
            : found(claim, broker, prefix).toString();
    boolean holds = found.equals(expected.computeIfAbsent(claim, this::expected));
    return new Check(holds, claim.text(), found);
  }

  private static String outcomes(BlockResult result) {
    long all = result.outcomes().values().stream().mapToLong(Long::longValue).sum();
    return "%d records, %d of them dead letters"
        .formatted(all, result.outcomes().getOrDefault("dead-lettered", 0L));
  }

  private String expected(Claim claim) {
    if (claim == Claim.EVERY_INPUT_ONCE) {
      return "%d records, 0 of them dead letters".formatted(trace.records());
    }
    LeanForm lean = new LeanForm();
    Map<String, Long> counts = new HashMap<>();
    Outputs outputs = new Outputs(claim);
    try (Trace.Reader records = trace.open()) {
      for (long i = 0; i < trace.records(); i++) {
        Sent sent = records.next();
        outputs.add(sent.key(), value(claim, sent, lean, counts));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return outputs.toString();
  }

  private static byte[] value(Claim claim, Sent sent, LeanForm lean, Map<String, Long> counts)
      throws IOException {
    if (claim == Claim.SAME_RECORDS || claim == Claim.ONE_FOR_ONE) {
      return sent.value();
    }
    byte[] form = lean.of(SOURCES.get(sent.kind()), sent.value());
    if (claim == Claim.LEAN_RECORDS) {
      return form;
    }
    long count = counts.merge(new String(sent.key(), StandardCharsets.UTF_8), 1L, Long::sum);
    return ByteBuffer.allocate(form.length + Long.BYTES).put(form).putLong(count).array();
  }

  private static Outputs found(Claim claim, Broker broker, String prefix) {
    Outputs outputs = new Outputs(claim);
    new OutputReader(broker).read(prefix, outputs::add);
    return outputs;
  }

  private static Map<Kind, SourceTopic> sources() {
    Map<Kind, SourceTopic> sources = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      Arrays.stream(SourceTopic.values())
          .filter(source -> source.baseName().equals(kind.subject().name()))
          .forEach(source -> sources.put(kind, source));
    }
    return sources;
  }
}
