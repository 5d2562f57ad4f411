package io.leadpulse.engine.handoff;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told of a team or of one of its hot leads.
 *
 * @param at when, epoch milliseconds
 * @param lead that it is about; null for the whole team or an account
 * @param standing the report that says where the lead stands; null before its release
 * @param owner who has the lead; empty for anybody of the team
 */
public record TeamEvent(
    long at, @Nullable Candidate lead, @Nullable Report standing, String owner, What what) {

  /** What has become of it. */
  public sealed interface What {}

  /**
   * It is sales' from now on.
   *
   * @param waitedMillis in business time
   * @param due by when it is to be accepted, epoch milliseconds; {@link Long#MAX_VALUE} for never
   */
  public record Released(long waitedMillis, long due) implements What {}

  /** It is hot no more, and nobody had it: forget it. */
  public record Withdrawn(String reason) implements What {}

  /** It is hot and nobody could take it for too long. */
  public record Unworked() implements What {}

  /**
   * It did something while sales has it, or is hot no more: its owner is to know.
   *
   * @param messageId of the news, the same in every copy
   */
  public record Active(String messageId, String cause) implements What {}

  /** Something of a lead that sales has. */
  public record Progressed(HandOffEvent event) implements What {}

  /** What marketing knows of it is wrong. */
  public record Correct() implements What {}

  /**
   * The hot leads of one account and business day, handed over together.
   *
   * @param leads best first
   */
  public record Digested(List<Candidate> leads) implements What {
    public Digested {
      leads = List.copyOf(leads);
    }
  }

  /**
   * A business day is over.
   *
   * @param budget most releases of the day; -1 without a budget
   * @param released under the budget
   * @param atOnce released at once: they asked to be contacted, or sales found them
   * @param waiting now
   * @param unworked that were reported so on the day
   * @param meanReleasedMilli mean intent of those released under the budget; 0 if there were none
   * @param meanWaitingMilli mean intent of those that wait; 0 if there are none
   */
  public record DayEnded(
      LocalDate date,
      int budget,
      int released,
      int atOnce,
      int waiting,
      int unworked,
      long meanReleasedMilli,
      long meanWaitingMilli)
      implements What {}

  /** Id of the alert that it is about; empty for none. */
  public String alertId() {
    return lead == null ? "" : lead.alertId();
  }
}
