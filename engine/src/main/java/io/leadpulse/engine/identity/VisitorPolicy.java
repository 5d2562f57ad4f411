package io.leadpulse.engine.identity;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Decides whose the anonymous touches of a visitor are. All of it is a function of what came, not
 * of the order in which touches came; only what was released stays where it went, whatever link
 * comes later.
 */
public final class VisitorPolicy {
  /** How long before the first link of its visitor a touch may have happened. */
  public static final Duration LOOK_BACK = Duration.ofDays(90);

  /** How many touches of one visitor may wait: the latest. */
  public static final int MOST_WAITING = 500;

  /** More different leads than that share a computer rather than use one. */
  public static final int MOST_LEADS = 5;

  /** How many changes between leads are kept: the latest. */
  public static final int MOST_LINKS = 16;

  private static final long LOOK_BACK_MILLIS = LOOK_BACK.toMillis();

  private VisitorPolicy() {}

  /**
   * What becomes of a touch; changes nothing.
   *
   * @param occurredAt of the touch, epoch milliseconds
   */
  public static Placement place(VisitorState visitor, long occurredAt) {
    if (visitor.shared) {
      return Placement.dropped(DropReason.SHARED_VISITOR);
    }
    if (visitor.links.isEmpty()) {
      return Placement.WAITS;
    }
    return isTooOld(visitor, occurredAt)
        ? Placement.dropped(DropReason.TOO_OLD)
        : Placement.of(visitor.links.leadAt(occurredAt));
  }

  private static boolean isTooOld(VisitorState visitor, long occurredAt) {
    return occurredAt < visitor.links.first().since() - LOOK_BACK_MILLIS;
  }

  /**
   * Lets a touch wait that {@link #place} says has to. It may be the one that makes room itself.
   *
   * @return whether it is no copy of one that waits
   */
  public static boolean await(VisitorState visitor, WaitingTouch touch, Departures departures) {
    List<WaitingTouch> waiting = visitor.waiting;
    for (WaitingTouch other : waiting) {
      if (other.hash() == touch.hash()) {
        return false;
      }
    }
    waiting.add(-1 - Collections.binarySearch(waiting, touch), touch);
    if (waiting.size() > MOST_WAITING) {
      departures.drop(waiting.remove(0), DropReason.TOO_MANY);
    }
    return true;
  }

  /** Takes a link; what it says of touches that wait leaves, earliest first. */
  public static LinkEffect link(VisitorState visitor, Link link, Departures departures) {
    if (visitor.shared) {
      return LinkEffect.IGNORED;
    }
    if (!visitor.links.add(link)) {
      return LinkEffect.NONE;
    }
    if (visitor.links.leads() > MOST_LEADS) {
      visitor.links.clear();
      visitor.shared = true;
      return LinkEffect.SHARES;
    }
    if (visitor.links.size() > MOST_LINKS) {
      visitor.links.removeFirst();
    }
    leave(visitor, departures);
    return LinkEffect.CHANGED;
  }

  private static void leave(VisitorState visitor, Departures departures) {
    for (WaitingTouch touch : visitor.waiting) {
      if (isTooOld(visitor, touch.occurredAt())) {
        departures.drop(touch, DropReason.TOO_OLD);
      } else {
        departures.release(touch, visitor.links.leadAt(touch.occurredAt()));
      }
    }
    visitor.waiting.clear();
  }

  /**
   * Takes leads that are to be forgotten out of all that is kept of a visitor. That it was somebody
   * stays: what was done then would else be taken for the next lead's. What waits is of no lead
   * yet.
   *
   * @return whether the visitor was any of them
   */
  public static boolean erase(VisitorState visitor, Set<String> leads) {
    return visitor.links.erase(leads);
  }

  /** Gives up what waits for a visitor who stayed away. */
  public static void forget(VisitorState visitor, Departures departures) {
    for (WaitingTouch touch : visitor.waiting) {
      departures.drop(touch, DropReason.GONE_SILENT);
    }
    visitor.waiting.clear();
  }
}
