package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.block.BlockResult;
import io.leadpulse.benchmarks.measure.Check;
import io.leadpulse.benchmarks.peer.Claim;
import io.leadpulse.benchmarks.peer.Peer;
import io.leadpulse.benchmarks.traffic.Sent;
import io.leadpulse.benchmarks.traffic.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/** Holds the output of each block to what its peer claims; what is claimed is worked out once. */
final class Checker {
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
    Golden golden = new Golden(claim);
    Outputs outputs = new Outputs(claim);
    try (Trace.Reader records = trace.open()) {
      for (long i = 0; i < trace.records(); i++) {
        Sent sent = records.next();
        outputs.add(sent.key(), golden.value(sent));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return outputs.toString();
  }

  private static Outputs found(Claim claim, Broker broker, String prefix) {
    Outputs outputs = new Outputs(claim);
    new OutputReader(broker).read(prefix, outputs::add);
    return outputs;
  }
}
