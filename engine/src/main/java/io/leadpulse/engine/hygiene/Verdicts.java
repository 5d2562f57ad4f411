package io.leadpulse.engine.hygiene;

import io.leadpulse.engine.event.Channel;
import io.leadpulse.engine.event.EventKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges the recent events of one lead together: a function of what happened and when, whatever
 * order it came in.
 *
 * <p>Spans are from 836 bursts of mail scanners that were measured: nine or ten links of a message
 * within a second, 43 s after sending in the median. How old a message is decides nothing.
 */
final class Verdicts {
  /** A click of a scanner is followed by others within this. */
  private static final long BURST = Duration.ofSeconds(3).toMillis();

  private static final int BURST_LINKS = 3;

  /** So many links of a message within a minute are a burst too, even a slow one. */
  private static final int SWEEP_LINKS = 6;

  private static final long SWEEP = Duration.ofMinutes(1).toMillis();

  /** Clicks before a burst that belong to it. */
  private static final long PRELUDE = Duration.ofMinutes(1).toMillis();

  private static final long AROUND_HIDDEN = Duration.ofSeconds(30).toMillis();
  private static final long SOONEST_CLICK = Duration.ofSeconds(2).toMillis();
  private static final long PREFETCH = Duration.ofSeconds(20).toMillis();

  /** From a click to the page that it leads to. */
  private static final long LANDING = Duration.ofMinutes(1).toMillis();

  /** From a click to what its visitor does in the visit that it began. */
  private static final long VISIT = Duration.ofMinutes(30).toMillis();

  static final Comparator<RecentEvent> BY_TIME =
      Comparator.comparingLong((RecentEvent event) -> event.occurredAt)
          .thenComparingInt(event -> event.kind.ordinal())
          .thenComparingInt(event -> event.item)
          .thenComparingInt(event -> event.group)
          .thenComparingInt(event -> event.known)
          .thenComparingInt(event -> event.flags);

  private final RecentEvent[] events;
  private final int[] reasons;

  private Verdicts(List<RecentEvent> recent) {
    events = recent.toArray(RecentEvent[]::new);
    Arrays.sort(events, BY_TIME);
    reasons = new int[events.length];
    for (int i = 0; i < events.length; i++) {
      reasons[i] = events[i].known;
    }
  }

  /** Takes a verdict that changed. */
  interface Change {
    /** Takes the new reasons; the event still has those before. */
    void accept(RecentEvent event, int reasons);
  }

  /** Judges all events and tells which verdicts are not those that they have; floods apart. */
  static void judge(List<RecentEvent> recent, Change change) {
    Verdicts verdicts = new Verdicts(recent);
    verdicts.judgeMail();
    verdicts.acceptProven();
    verdicts.judgeUnsubscribes();
    verdicts.judgeLandings();
    for (int i = 0; i < verdicts.events.length; i++) {
      RecentEvent event = verdicts.events[i];
      int judged = verdicts.reasons[i] | (event.reasons & SuspectReason.FLOOD.bit());
      if (judged != event.reasons) {
        change.accept(event, judged);
      }
    }
  }

  private void judgeMail() {
    for (int i = 0; i < events.length; i++) {
      switch (events[i].kind) {
        case CLICK -> judgeClick(i);
        case OPEN -> judgeOpen(i);
        default -> {
          // Judged by the clicks, or not at all.
        }
      }
    }
  }

  private void judgeClick(int i) {
    if (distinctLinks(i, BURST) >= BURST_LINKS || distinctLinks(i, SWEEP) >= SWEEP_LINKS) {
      markBurst(i);
    }
    if (events[i].is(RecentEvent.HIDDEN)) {
      markAround(i);
    }
    if (isAfterDelivery(i, SOONEST_CLICK)) {
      reasons[i] |= SuspectReason.TOO_SOON.bit();
    }
  }

  private void judgeOpen(int i) {
    if (events[i].is(RecentEvent.BY_PROXY) && isAfterDelivery(i, PREFETCH)) {
      reasons[i] |= SuspectReason.PREFETCHED.bit();
    }
  }

  /** Links of a click's message that were followed from the click on. */
  private int distinctLinks(int from, long span) {
    Set<Integer> links = new HashSet<>();
    for (int i = from; i < events.length && isWithin(from, i, span); i++) {
      if (isClickOf(i, events[from].group)) {
        links.add(events[i].item);
      }
    }
    return links.size();
  }

  /** Marks the clicks of a burst that begins with one, and those just before it. */
  private void markBurst(int from) {
    long span = distinctLinks(from, BURST) >= BURST_LINKS ? BURST : SWEEP;
    int i = from;
    while (i > 0 && isWithin(i - 1, from, PRELUDE)) {
      i--;
    }
    for (; i < events.length && (i <= from || isWithin(from, i, span)); i++) {
      if (isClickOf(i, events[from].group)) {
        reasons[i] |= SuspectReason.CLICK_BURST.bit();
      }
    }
  }

  private void markAround(int hidden) {
    for (int i = 0; i < events.length; i++) {
      boolean near = Math.abs(events[i].occurredAt - events[hidden].occurredAt) <= AROUND_HIDDEN;
      if (near && events[i].kind == EventKind.CLICK) {
        reasons[i] |= SuspectReason.HIDDEN_LINK.bit();
      }
    }
  }

  private boolean isAfterDelivery(int at, long span) {
    for (int i = at; i >= 0 && isWithin(i, at, span); i--) {
      if (events[i].kind == EventKind.DELIVERED && events[i].group == events[at].group) {
        return true;
      }
    }
    return false;
  }

  private boolean isWithin(int first, int second, long span) {
    return events[second].occurredAt - events[first].occurredAt <= span;
  }

  /** Clicks without the id of a message belong to none, and to no burst. */
  private boolean isClickOf(int i, int message) {
    return message != 0 && events[i].kind == EventKind.CLICK && events[i].group == message;
  }

  /** A visit in which a person shows redeems the click that it began with. */
  private void acceptProven() {
    for (int i = 0; i < events.length; i++) {
      if (isRedeemable(i) && isVisitOfPerson(i)) {
        reasons[i] = 0;
      }
    }
  }

  /** What a click says of itself stays; what its neighbours say of it may be wrong. */
  private boolean isRedeemable(int i) {
    return events[i].kind == EventKind.CLICK && reasons[i] != 0 && events[i].known == 0;
  }

  private boolean isVisitOfPerson(int click) {
    for (int i = click; i < events.length && isWithin(click, i, LANDING); i++) {
      if (clickOf(i) == click && isProven(i, click)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the landing page was read, or its visit goes on as a person's. */
  private boolean isProven(int landing, int click) {
    if (events[landing].is(RecentEvent.PROOF)) {
      return true;
    }
    int session = events[landing].group;
    for (int i = landing; session != 0 && i < events.length && isWithin(click, i, VISIT); i++) {
      if (events[i].is(RecentEvent.PROOF) && isWeb(i) && events[i].group == session) {
        return true;
      }
    }
    return false;
  }

  private boolean isWeb(int i) {
    return events[i].kind.channel() == Channel.WEB;
  }

  /** The last click before a page that leads there; -1 if there is none. */
  private int clickOf(int landing) {
    RecentEvent page = events[landing];
    if (!isWeb(landing) || page.item == 0) {
      return -1;
    }
    for (int i = landing; i >= 0 && isWithin(i, landing, LANDING); i--) {
      if (events[i].kind == EventKind.CLICK && events[i].item == page.item) {
        return i;
      }
    }
    return -1;
  }

  private void judgeLandings() {
    for (int i = 0; i < events.length; i++) {
      int click = events[i].is(RecentEvent.PROOF) ? -1 : clickOf(i);
      if (click >= 0 && reasons[click] != 0) {
        reasons[i] |= SuspectReason.MACHINE_LANDING.bit();
      }
    }
  }

  private void judgeUnsubscribes() {
    for (int i = 0; i < events.length; i++) {
      if (events[i].kind == EventKind.UNSUBSCRIBE && isAmongMachineClicks(i)) {
        reasons[i] |= SuspectReason.MACHINE_UNSUBSCRIBE.bit();
      }
    }
  }

  private boolean isAmongMachineClicks(int at) {
    for (int i = 0; i < events.length; i++) {
      boolean near = Math.abs(events[i].occurredAt - events[at].occurredAt) <= BURST;
      if (near && reasons[i] != 0 && isClickOf(i, events[at].group)) {
        return true;
      }
    }
    return false;
  }
}
