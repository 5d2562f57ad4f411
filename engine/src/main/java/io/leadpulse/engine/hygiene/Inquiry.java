package io.leadpulse.engine.hygiene;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.event.EventKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes the events of leads whose verdicts may change, and tells when they do.
 *
 * <p>A verdict is a function of the events by the time they happened, whatever order they come in,
 * as long as they come within a day of Kafka's time. Reusable for any number of leads; not
 * thread-safe.
 */
public final class Inquiry {
  /** A verdict may change until something of the lead is recorded so much later. */
  static final int OPEN_HOURS = 24;

  /** In a replay Kafka's time says nothing, so what is that old by its own closes too. */
  static final int OLDEST_HOURS = 32 * 24;

  /**
   * Closing reads and writes all events of a lead, so what may close waits until more may: some
   * hours of Kafka's time, or as many events.
   */
  static final int CLOSE_EVERY_HOURS = 6;

  private static final int CLOSE_EVERY_EVENTS = 32;

  /** More than a day's flood of them, so that a flood is seen before its events close. */
  private static final int ROOM_BESIDE_FLOOD = 24;

  private final int floodPerDay;
  private final IntUnaryOperator days;
  private final ByteSink scratch = new ByteSink();
  private final List<Change> changes = new ArrayList<>();

  /**
   * An inquiry by one model.
   *
   * @param floodPerDay engagements of one lead in a civil day, above which that day's are suspects
   * @param days from an hour since the epoch to its civil day
   */
  public Inquiry(int floodPerDay, IntUnaryOperator days) {
    this.floodPerDay = floodPerDay;
    this.days = days;
  }

  /**
   * A verdict that is another by now.
   *
   * @param event with its new verdict
   * @param counted whether it counted before
   * @param held whether it waited before
   */
  public record Change(RecentEvent event, boolean counted, boolean held) {}

  /** What the last call changed, apart from the event that it took. */
  public List<Change> changes() {
    return changes;
  }

  static boolean countsForFlood(RecentEvent event) {
    return event.known == 0 && event.kind != EventKind.DELIVERED;
  }

  /** Whether a day has had too many engagements already. */
  public boolean isFlooded(RecentEvents recent, int hour) {
    return recent.isFlooded(days.applyAsInt(hour));
  }

  /** Takes an event; its own verdict is in it afterwards. */
  public void take(RecentEvents recent, RecentEvent event) {
    changes.clear();
    int day = dayOf(event);
    if (recent.isFlooded(day)) {
      judge(event, event.reasons | SuspectReason.FLOOD.bit(), event);
      return;
    }
    boolean floods = floods(recent, event, day);
    if (!floods && !recent.needsJudging(event)) {
      recent.add(event, day, scratch);
      return;
    }
    List<RecentEvent> events = recent.all();
    events.add(event);
    Verdicts.judge(events, (other, reasons) -> judge(other, reasons, event));
    if (floods) {
      flood(events, day, event);
      recent.flood(day);
    }
    putBack(recent, events);
  }

  private void judge(RecentEvent event, int reasons, @Nullable RecentEvent taken) {
    boolean counted = event.counts();
    boolean held = event.heldUntil != 0;
    event.reasons = reasons;
    event.heldUntil = reasons == 0 ? event.heldUntil : 0;
    if (event != taken && !isChanged(event)) {
      changes.add(new Change(event, counted, held));
    }
  }

  /** Whether it was judged before in this call: then it is told of once, as it was before that. */
  private boolean isChanged(RecentEvent event) {
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i).event() == event) {
        return true;
      }
    }
    return false;
  }

  private boolean floods(RecentEvents recent, RecentEvent event, int day) {
    if (!countsForFlood(event) || recent.isNewDay(day)) {
      return false;
    }
    int count = recent.isLatestDay(day) ? recent.countOnLatestDay() : countOn(day, recent.all());
    return count >= floodPerDay;
  }

  private int countOn(int day, List<RecentEvent> events) {
    int count = 0;
    for (RecentEvent event : events) {
      count += dayOf(event) == day && countsForFlood(event) ? 1 : 0;
    }
    return count;
  }

  private void flood(List<RecentEvent> events, int day, RecentEvent taken) {
    for (RecentEvent event : events) {
      if (dayOf(event) == day && countsForFlood(event)) {
        judge(event, event.reasons | SuspectReason.FLOOD.bit(), taken);
      }
    }
  }

  private int dayOf(RecentEvent event) {
    return days.applyAsInt(event.hour());
  }

  private void putBack(RecentEvents recent, List<RecentEvent> events) {
    recent.clear();
    for (RecentEvent event : events) {
      recent.add(event, dayOf(event), scratch);
    }
  }

  /**
   * Brings the events of several ids of one lead together.
   *
   * @param from its events are moved, its days with too many are copied
   * @param alias the id under which they came
   */
  public void move(RecentEvents from, RecentEvents to, int alias) {
    for (RecentEvent event : from.all()) {
      event.alias = alias;
      to.add(event, dayOf(event), scratch);
    }
    from.clear();
    to.addFloods(from);
  }

  /** Gives an id that leaves a lead its events back. */
  public void moveBack(RecentEvents from, RecentEvents to, int alias) {
    List<RecentEvent> kept = new ArrayList<>();
    for (RecentEvent event : from.all()) {
      if (event.alias == alias) {
        event.alias = 0;
        to.add(event, dayOf(event), scratch);
      } else {
        kept.add(event);
      }
    }
    putBack(from, kept);
  }

  /** Judges all events anew, because others than one by one have come or gone. */
  public void judgeAnew(RecentEvents recent) {
    changes.clear();
    List<RecentEvent> events = recent.all();
    for (RecentEvent event : events) {
      int day = dayOf(event);
      boolean floods = recent.isFlooded(day) || countOn(day, events) > floodPerDay;
      int others = event.reasons & ~SuspectReason.FLOOD.bit();
      int reasons = floods && countsForFlood(event) ? others | SuspectReason.FLOOD.bit() : others;
      if (reasons != event.reasons) {
        judge(event, reasons, null);
      }
    }
    Verdicts.judge(events, (event, reasons) -> judge(event, reasons, null));
    putBack(recent, events);
  }

  /**
   * Lets clicks count that have waited long enough.
   *
   * @param until epoch milliseconds
   */
  public void release(RecentEvents recent, long until) {
    changes.clear();
    List<RecentEvent> events = recent.all();
    for (RecentEvent event : events) {
      if (event.heldUntil != 0 && event.heldUntil <= until) {
        event.heldUntil = 0;
        changes.add(new Change(event, false, true));
      }
    }
    if (!changes.isEmpty()) {
      putBack(recent, events);
    }
  }

  /**
   * Closes what is old, or too much: its verdict stays as it is.
   *
   * @param recordedHour of the lead's newest record
   * @param clock of the lead, in hours; negative before its first event
   * @param closing takes each event that closes, and those that stay
   */
  public void close(
      RecentEvents recent,
      int recordedHour,
      int clock,
      BiConsumer<RecentEvent, List<RecentEvent>> closing) {
    int recordedFrom = recordedHour - OPEN_HOURS;
    int occurredFrom = Math.max(clock, 0) - OLDEST_HOURS;
    int most = floodPerDay + ROOM_BESIDE_FLOOD;
    boolean tooMany = recent.size() > most + CLOSE_EVERY_EVENTS;
    if (!tooMany
        && !recent.mayClose(recordedFrom - CLOSE_EVERY_HOURS, occurredFrom - CLOSE_EVERY_HOURS)) {
      return;
    }
    List<RecentEvent> events = recent.all();
    events.sort(Verdicts.BY_TIME);
    List<RecentEvent> closed = new ArrayList<>();
    List<RecentEvent> kept = new ArrayList<>(events.size());
    int over = tooMany ? events.size() - most : 0;
    for (RecentEvent event : events) {
      boolean closes = event.recordedHour < recordedFrom || event.hour() < occurredFrom || over > 0;
      over--;
      (closes && event.heldUntil == 0 ? closed : kept).add(event);
    }
    putBack(recent, kept);
    recent.forgetFloodsBefore(days.applyAsInt(occurredFrom) - 1);
    closed.forEach(event -> closing.accept(event, kept));
  }
}
