package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import org.jspecify.annotations.Nullable;

/** A hot lead of a team: it waits, or sales has it. */
final class TeamLead {
  private Candidate candidate;
  private @Nullable HandOff handOff;

  /** Whether it was told to have waited for too long. */
  boolean unworked;

  /** What it adds to the funnel. */
  Tally counted = Tally.NOTHING;

  /** When something of it is due; {@link Long#MAX_VALUE} for never. */
  long due = Long.MAX_VALUE;

  TeamLead(Candidate candidate) {
    this.candidate = candidate;
  }

  Candidate candidate() {
    return candidate;
  }

  /** Takes news of its intent. */
  void intent(long milliPoints) {
    candidate = candidate.withIntent(milliPoints);
  }

  /** Takes that it asks to be contacted. */
  void raiseHand() {
    candidate = candidate.withHandRaise();
  }

  /** Takes that nothing of the person may be told any more. */
  void anonymise() {
    candidate = candidate.anonymous();
  }

  /** Null while it waits. */
  @Nullable HandOff handOff() {
    return handOff;
  }

  void release(HandOff handedOver) {
    handOff = handedOver;
  }

  byte[] toBytes() {
    ByteSink out = new ByteSink();
    candidate.write(out);
    out.fixed8(unworked ? 1 : 0);
    counted.write(out);
    out.signed(due);
    if (handOff != null) {
      handOff.write(out);
    }
    return out.toBytes();
  }

  static TeamLead of(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    TeamLead lead = new TeamLead(Candidate.read(in));
    lead.unworked = in.fixed8() == 1;
    lead.counted = Tally.read(in);
    lead.due = in.signed();
    if (!in.isAtEnd()) {
      lead.handOff = HandOff.read(in);
    }
    return lead;
  }
}
