package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import java.util.Comparator;

/**
 * A hot lead that waits for somebody to take it.
 *
 * @param alertId of its episode
 * @param owner who is to take it; empty for anybody of the team
 * @param handRaise whether the lead asks to be contacted: then it does not wait
 * @param valueMilli what it is expected to be worth to the team, in thousandths of the team's unit
 * @param intentMilli milli-points
 * @param since when it became hot, epoch milliseconds
 * @param brief what sales is told of it
 */
public record Candidate(
    String alertId,
    String leadId,
    String owner,
    boolean handRaise,
    long valueMilli,
    long intentMilli,
    long since,
    Brief brief) {

  /** Who is taken first: by value, then intent, then how long it has waited. */
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingLong(Candidate::valueMilli)
          .thenComparingLong(Candidate::intentMilli)
          .reversed()
          .thenComparingLong(Candidate::since)
          .thenComparing(Candidate::alertId);

  Candidate withIntent(long milliPoints) {
    return new Candidate(alertId, leadId, owner, handRaise, valueMilli, milliPoints, since, brief);
  }

  /** The same, that asks to be contacted now. */
  Candidate withHandRaise() {
    return new Candidate(alertId, leadId, owner, true, valueMilli, intentMilli, since, brief);
  }

  /** The same without anything of the person. */
  Candidate anonymous() {
    return new Candidate(alertId, leadId, owner, handRaise, 0, 0, since, Brief.NONE);
  }

  void write(ByteSink out) {
    out.text(alertId);
    out.text(leadId);
    out.text(owner);
    out.fixed8(handRaise ? 1 : 0);
    out.signed(valueMilli);
    out.signed(intentMilli);
    out.signed(since);
    brief.write(out);
  }

  static Candidate read(ByteSource in) {
    return new Candidate(
        in.text(),
        in.text(),
        in.text(),
        in.fixed8() == 1,
        in.signed(),
        in.signed(),
        in.signed(),
        Brief.read(in));
  }
}
