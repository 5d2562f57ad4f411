package io.leadpulse.engine.hygiene;

import io.leadpulse.engine.event.EventKind;
import java.util.List;

/**
 * One engagement of the last day or so, as much of it as verdicts look at. Its verdict may change
 * as long as it is here.
 */
public final class RecentEvent {
  private static final long MILLIS_PER_HOUR = 3_600_000;

  /** A person did this: read the page, or did what machines do not. */
  static final int PROOF = 1;

  /** An open through a proxy that may fetch pictures before anybody reads. */
  static final int BY_PROXY = 1 << 1;

  /** A click on a link that people cannot see. */
  static final int HIDDEN = 1 << 2;

  /** The engagement counts for more than is here, so that its outcome is settled. */
  static final int SETTLED = 1 << 3;

  final EventKind kind;
  final long occurredAt;

  /** When Kafka got it, in hours since the epoch. */
  final int recordedHour;

  final int partition;
  final long offset;
  final int flags;

  /** Hash of the message of a mail's event, of the session of a visit's; 0 for none. */
  final int group;

  /** Hash of the path of the link or page; 0 for none. */
  final int item;

  /** Reasons that the engagement gave by itself. */
  final int known;

  final List<RecentTouch> touches;

  /** Of a lead that several others were merged into, under which of its ids; 0 for its own. */
  int alias;

  /** Bits of the reasons why it is worth nothing; 0 while it counts. */
  int reasons;

  /** Until when it waits to be counted, epoch milliseconds; 0 if it does not. */
  long heldUntil;

  RecentEvent(
      EventKind kind,
      long occurredAt,
      int recordedHour,
      int partition,
      long offset,
      int flags,
      int group,
      int item,
      int known,
      List<RecentTouch> touches,
      int alias) {
    this.kind = kind;
    this.occurredAt = occurredAt;
    this.recordedHour = recordedHour;
    this.partition = partition;
    this.offset = offset;
    this.flags = flags;
    this.group = group;
    this.item = item;
    this.known = known;
    this.touches = touches;
    this.alias = alias;
    reasons = known;
  }

  /** Under which id of its lead it came; 0 for the lead's own. */
  public int alias() {
    return alias;
  }

  public EventKind kind() {
    return kind;
  }

  /** Epoch milliseconds. */
  public long occurredAt() {
    return occurredAt;
  }

  /** Kafka partition of its record. */
  public int partition() {
    return partition;
  }

  /** Kafka offset of its record. */
  public long offset() {
    return offset;
  }

  public List<RecentTouch> touches() {
    return touches;
  }

  /** Bits of {@link SuspectReason}; 0 while it counts. */
  public int reasons() {
    return reasons;
  }

  /** Whether its touches are in the ledger. */
  public boolean counts() {
    return reasons == 0 && heldUntil == 0;
  }

  /** Whether what became of it no longer depends on the verdict. */
  public boolean isSettled() {
    return is(SETTLED);
  }

  /** Until when it waits to be counted, epoch milliseconds; 0 if it does not. */
  public long heldUntil() {
    return heldUntil;
  }

  /** The hour in which it happened, since the epoch. */
  public int hour() {
    return hourOf(occurredAt);
  }

  static int hourOf(long millis) {
    return (int) Math.floorDiv(millis, MILLIS_PER_HOUR);
  }

  boolean is(int flag) {
    return (flags & flag) != 0;
  }
}
