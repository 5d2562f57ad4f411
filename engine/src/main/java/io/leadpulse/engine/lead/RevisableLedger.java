package io.leadpulse.engine.lead;

import io.leadpulse.engine.hygiene.RecentEvent;
import io.leadpulse.engine.hygiene.RecentTouch;
import io.leadpulse.engine.ledger.Ledger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ledger from which recent events can be taken back, so that it is exactly as if they had never
 * come. Counts are subtracted; of a natural key it is kept when it was met before any recent event
 * had it.
 */
final class RevisableLedger {
  final Ledger ledger = new Ledger();

  /** Of the natural keys of recent events, when they were met before; null if none was. */
  @Nullable Ledger earlierKeys;

  void enter(RecentTouch touch, int hour, int horizonHours) {
    if (touch.keyed()) {
      ledger.addKeyed(touch.signal(), touch.key(), hour, horizonHours);
    } else {
      ledger.add(touch.signal(), hour, 1);
    }
  }

  /**
   * Takes a touch back.
   *
   * @param recent all events that may count, with the verdicts that hold now
   */
  void retract(RecentTouch touch, int hour, List<RecentEvent> recent, int horizonHours) {
    if (!touch.keyed()) {
      ledger.remove(touch.signal(), hour, 1);
      return;
    }
    ledger.removeKey(touch.signal(), touch.key());
    if (earlierKeys != null) {
      ledger.addKey(earlierKeys, touch.signal(), touch.key(), horizonHours);
    }
    for (RecentEvent event : recent) {
      if (event.counts() && event.touches().contains(touch)) {
        ledger.addKeyed(touch.signal(), touch.key(), event.hour(), horizonHours);
      }
    }
  }

  /** Whether any key of an event was met before. */
  boolean hasAny(List<RecentTouch> touches) {
    for (int i = 0; i < touches.size(); i++) {
      RecentTouch touch = touches.get(i);
      if (touch.keyed() && ledger.hasKey(touch.signal(), touch.key())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Notes of the keys of an event that is about to come when they were met before.
   *
   * @param recent all events that may count already
   */
  void remember(List<RecentTouch> touches, List<RecentEvent> recent, int horizonHours) {
    for (RecentTouch touch : touches) {
      if (touch.keyed()
          && ledger.hasKey(touch.signal(), touch.key())
          && !isRemembered(touch.signal(), touch.key())
          && !isCounted(touch, recent)) {
        earlier().addKey(ledger, touch.signal(), touch.key(), horizonHours);
      }
    }
  }

  /** Notes when the key of a touch was met before, by another ledger. */
  void remember(RecentTouch touch, Ledger before, int horizonHours) {
    if (before.hasKey(touch.signal(), touch.key())) {
      earlier().addKey(before, touch.signal(), touch.key(), horizonHours);
    }
  }

  boolean isRemembered(int signal, long key) {
    return earlierKeys != null && earlierKeys.hasKey(signal, key);
  }

  private static boolean isCounted(RecentTouch touch, List<RecentEvent> recent) {
    for (RecentEvent event : recent) {
      if (event.counts() && event.touches().contains(touch)) {
        return true;
      }
    }
    return false;
  }

  private Ledger earlier() {
    Ledger earlier = earlierKeys;
    if (earlier == null) {
      earlier = new Ledger();
      earlierKeys = earlier;
    }
    return earlier;
  }

  /**
   * Adds a touch that no verdict takes back.
   *
   * @return whether it is one of its own, not a repetition
   */
  boolean addKeyed(int signal, long key, int hour, int horizonHours) {
    if (earlierKeys != null && earlierKeys.hasKey(signal, key)) {
      earlierKeys.addKeyed(signal, key, hour, horizonHours);
    }
    return ledger.addKeyed(signal, key, hour, horizonHours);
  }

  /**
   * Lets an event stay as it is, for good.
   *
   * @param kept recent events that stay
   */
  void close(RecentEvent event, List<RecentEvent> kept, int horizonHours) {
    for (RecentTouch touch : event.touches()) {
      if (!touch.keyed()) {
        continue;
      }
      boolean open = kept.stream().anyMatch(other -> other.touches().contains(touch));
      if (open && event.counts()) {
        earlier().addKeyed(touch.signal(), touch.key(), event.hour(), horizonHours);
      } else if (!open && earlierKeys != null) {
        earlierKeys.removeKey(touch.signal(), touch.key());
      }
    }
    if (earlierKeys != null && earlierKeys.isEmpty()) {
      earlierKeys = null;
    }
  }

  void prune(int hour, int horizonHours) {
    ledger.prune(hour, horizonHours);
    if (earlierKeys != null) {
      earlierKeys.prune(hour, horizonHours);
    }
  }

  /** The bytes that this holds on the heap, about. */
  int footprint() {
    return 24 + ledger.footprint() + (earlierKeys == null ? 0 : earlierKeys.footprint());
  }
}
