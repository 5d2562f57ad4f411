package io.leadpulse.engine.hygiene;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.event.Channel;
import io.leadpulse.engine.event.EventKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The events of one lead whose verdicts may still change, and the days with too many of them.
 *
 * <p>Each event writes one and few are ever looked at again, so they are kept as the bytes that are
 * stored, in the order in which they came; what an event without mail around it has to know stands
 * beside them.
 */
public final class RecentEvents {
  private static final byte[] NONE = {};
  private static final int[] NO_DAYS = {};
  private static final int CLICKS = 1;
  private static final int HELD = 2;
  private static final int SUSPECT_CLICKS = 4;
  private static final int PROXIED = 8;
  private static final int NO_DAY = Integer.MIN_VALUE;

  private byte[] bytes = NONE;
  private int length;
  private int size;

  /** Whether there is a click, one that is a suspect, an open through a proxy. */
  private boolean clicks;

  private boolean suspectClicks;
  private boolean proxied;

  /** No event was recorded before this hour, and none happened before the other. */
  private int earliestRecorded = Integer.MAX_VALUE;

  private int earliestOccurred = Integer.MAX_VALUE;

  /** Until when the click waits that is released first, epoch milliseconds; else never. */
  private long earliestHeld = Long.MAX_VALUE;

  /** The latest civil day with an event, and the number of those that count for its flood. */
  private int latestDay = NO_DAY;

  private int onLatestDay;
  private int[] floodedDays = NO_DAYS;

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0 && floodedDays.length == 0;
  }

  /** The events, in the order in which they came; changes to them are lost unless put back. */
  public List<RecentEvent> all() {
    List<RecentEvent> events = new ArrayList<>(size + 1);
    ByteSource in = new ByteSource(bytes, 0, length);
    for (int left = size; left > 0; left--) {
      events.add(RecentFormat.read(in));
    }
    return events;
  }

  /** When the next click is to be released, epoch milliseconds; {@link Long#MAX_VALUE} if none. */
  public long heldUntil() {
    return earliestHeld;
  }

  /**
   * Whether an event that comes may change a verdict, or has one that hangs on the others. Most do
   * not: a page does only after a click that is a suspect.
   */
  boolean needsJudging(RecentEvent event) {
    return switch (event.kind) {
      case CLICK, UNSUBSCRIBE -> true;
      case OPEN -> event.is(RecentEvent.BY_PROXY);
      case DELIVERED -> clicks || proxied;
      default -> suspectClicks && event.kind.channel() == Channel.WEB;
    };
  }

  boolean mayClose(int recordedBefore, int occurredBefore) {
    return earliestRecorded < recordedBefore || earliestOccurred < occurredBefore;
  }

  /**
   * Adds an event.
   *
   * @param day its civil day
   * @param scratch to write with
   */
  void add(RecentEvent event, int day, ByteSink scratch) {
    scratch.clear();
    RecentFormat.write(event, scratch);
    if (length + scratch.size() > bytes.length) {
      bytes = Arrays.copyOf(bytes, length + scratch.size() + (length >> 1));
    }
    scratch.copyTo(bytes, length);
    length += scratch.size();
    note(event, day);
  }

  private void note(RecentEvent event, int day) {
    size++;
    clicks |= event.kind == EventKind.CLICK;
    suspectClicks |= event.kind == EventKind.CLICK && event.reasons != 0;
    proxied |= event.is(RecentEvent.BY_PROXY);
    earliestRecorded = Math.min(earliestRecorded, event.recordedHour);
    earliestOccurred = Math.min(earliestOccurred, event.hour());
    if (event.heldUntil != 0) {
      earliestHeld = Math.min(earliestHeld, event.heldUntil);
    }
    if (day > latestDay) {
      latestDay = day;
      onLatestDay = 0;
    }
    if (day == latestDay && Inquiry.countsForFlood(event)) {
      onLatestDay++;
    }
  }

  /** Forgets all events, to have those added again that stay. */
  public void clear() {
    length = 0;
    size = 0;
    clicks = false;
    suspectClicks = false;
    proxied = false;
    earliestRecorded = Integer.MAX_VALUE;
    earliestOccurred = Integer.MAX_VALUE;
    earliestHeld = Long.MAX_VALUE;
    latestDay = NO_DAY;
    onLatestDay = 0;
  }

  boolean isLatestDay(int day) {
    return day == latestDay;
  }

  /** Whether all events are of earlier days. */
  boolean isNewDay(int day) {
    return day > latestDay;
  }

  int countOnLatestDay() {
    return onLatestDay;
  }

  boolean isFlooded(int day) {
    for (int flooded : floodedDays) {
      if (flooded == day) {
        return true;
      }
    }
    return false;
  }

  void flood(int day) {
    floodedDays = Arrays.copyOf(floodedDays, floodedDays.length + 1);
    floodedDays[floodedDays.length - 1] = day;
    Arrays.sort(floodedDays);
  }

  /** Adds another lead's days with too many events. */
  public void addFloods(RecentEvents other) {
    for (int day : other.floodedDays) {
      if (!isFlooded(day)) {
        flood(day);
      }
    }
  }

  /** Forgets which days had too many. */
  public void clearFloods() {
    floodedDays = NO_DAYS;
  }

  void forgetFloodsBefore(int day) {
    if (floodedDays.length > 0) {
      floodedDays = Arrays.stream(floodedDays).filter(flooded -> flooded >= day).toArray();
    }
  }

  /** The bytes that this holds on the heap, about. */
  public int footprint() {
    return 64 + 2 * 16 + bytes.length + floodedDays.length * Integer.BYTES;
  }

  /** Stores all of it. */
  public void write(ByteSink out) {
    out.unsigned(size);
    out.fixed8(
        (clicks ? CLICKS : 0)
            | (suspectClicks ? SUSPECT_CLICKS : 0)
            | (proxied ? PROXIED : 0)
            | (earliestHeld != Long.MAX_VALUE ? HELD : 0));
    if (earliestHeld != Long.MAX_VALUE) {
      out.signed(earliestHeld);
    }
    out.signed(earliestRecorded);
    out.signed(earliestOccurred);
    out.signed(latestDay);
    out.unsigned(onLatestDay);
    out.unsigned(floodedDays.length);
    for (int day : floodedDays) {
      out.signed(day);
    }
    out.unsigned(length);
    out.bytes(bytes, 0, length);
  }

  public void read(ByteSource in) {
    size = in.count();
    int flags = in.fixed8();
    clicks = (flags & CLICKS) != 0;
    suspectClicks = (flags & SUSPECT_CLICKS) != 0;
    proxied = (flags & PROXIED) != 0;
    earliestHeld = (flags & HELD) != 0 ? in.signed() : Long.MAX_VALUE;
    earliestRecorded = (int) in.signed();
    earliestOccurred = (int) in.signed();
    latestDay = (int) in.signed();
    onLatestDay = in.count();
    floodedDays = new int[in.count()];
    for (int i = 0; i < floodedDays.length; i++) {
      floodedDays[i] = (int) in.signed();
    }
    length = in.count();
    bytes = in.bytes(length);
  }
}
