package io.leadpulse.jobs.score;

import io.leadpulse.jobs.codec.TransferCodec;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.LeadInput.Transferred;
import io.leadpulse.jobs.record.LeadInput.Transferred.Kind;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.Payloads;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What this subtask's leads send to others. It is visible with the checkpoint that the sender's
 * state is in, so it comes exactly once; what one lead sends to another comes in order.
 */
final class Transfers {
  private static final byte[] NOTHING = {};

  private final TransferCodec codec;
  private final Consumer<OutputRecord> output;
  private final ScoreMetrics metrics;
  private final long run;

  /**
   * @param run of the state that sends
   */
  Transfers(TransferCodec codec, Consumer<OutputRecord> output, ScoreMetrics metrics, long run) {
    this.codec = codec;
    this.output = output;
    this.metrics = metrics;
    this.run = run;
  }

  /** Whether the state that it comes from is the one that this goes on with. */
  boolean isOfThisRun(Transferred transferred) {
    return transferred.run() == run;
  }

  /**
   * Sends an input on to the lead that takes it.
   *
   * @param path the leads that it came by
   * @param at the one that sends it on
   */
  void forward(String to, LeadInput input, List<String> path, String at) {
    send(Kind.INPUT, to, plus(path, at), Payloads.of(input));
  }

  /**
   * Sends a lead to the one that it is merged into.
   *
   * @param path the leads that it came by
   * @param at the one that it leaves
   */
  void merge(String to, byte[] lead, List<String> path, String at) {
    send(Kind.MERGED, to, plus(path, at), lead);
  }

  /** Sends a lead home that was merged. */
  void split(String home, byte[] lead) {
    send(Kind.SPLIT, home, List.of(), lead);
  }

  /** Has a person forgotten under other ids too. */
  void erase(Iterable<String> ids) {
    ids.forEach(id -> send(Kind.ERASED, id, List.of(), NOTHING));
  }

  private void send(Kind kind, String to, List<String> path, byte[] payload) {
    output.accept(codec.encode(run, kind, to, path, payload));
    metrics.transferred();
  }

  private static List<String> plus(List<String> path, String last) {
    List<String> longer = new ArrayList<>(path);
    longer.add(last);
    return longer;
  }
}
