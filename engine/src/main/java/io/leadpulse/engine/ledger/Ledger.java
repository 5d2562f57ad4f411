package io.leadpulse.engine.ledger;

import java.util.Arrays;

/**
 * What one lead did, as counts: per signal the touches by hour, or the natural keys met.
 *
 * <p>Hours are {@code floor(epochMillis / 3 600 000)}. The content is a pure function of the set of
 * touches put in, whatever their order; the union of two ledgers is the ledger of both sets. Not
 * thread-safe.
 */
public final class Ledger {
  private static final SignalTouches[] NONE = {};

  private SignalTouches[] signals = NONE;
  private int size;

  /** The number of signals with a touch. */
  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** The {@code i}-th signal's touches; signals ascend by hash. */
  public SignalTouches signal(int i) {
    return signals[i];
  }

  /** Counts touches of a signal without a natural key. */
  public void add(int signal, int hour, int count) {
    touches(signal).add(hour, count);
  }

  /**
   * Counts a touch of a signal with a natural key.
   *
   * @param gapHours the model's horizon: how long a key blocks its repetition
   * @return whether this is a touch of its own, not a repetition
   */
  public boolean addKeyed(int signal, long key, int hour, int gapHours) {
    return touches(signal).addKeyed(key, hour, hour, gapHours);
  }

  /** Restores an interval as it was stored. */
  public void addInterval(int signal, long key, int first, int last, int gapHours) {
    touches(signal).addKeyed(key, first, last, gapHours);
  }

  /**
   * Forgets what can decide no value any more at {@code hour} or later.
   *
   * @param horizonHours of the model; keys are kept twice as long, for what they block
   */
  public void prune(int hour, int horizonHours) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      SignalTouches touches = signals[i];
      touches.prune(hour - horizonHours, hour - 2 * horizonHours);
      if (!touches.isEmpty()) {
        signals[kept++] = touches;
      }
    }
    Arrays.fill(signals, kept, size, null);
    size = kept;
  }

  /** The latest hour with a touch, or {@link Integer#MIN_VALUE} if there is none. */
  public int latestHour() {
    int latest = Integer.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      latest = Math.max(latest, signals[i].latestHour());
    }
    return latest;
  }

  /** Adds all of another ledger's touches to this one. */
  public void unite(Ledger other, int gapHours) {
    for (int i = 0; i < other.size; i++) {
      SignalTouches theirs = other.signals[i];
      SignalTouches ours = touches(theirs.signal());
      for (int h = 0; h < theirs.hourCount(); h++) {
        ours.add(theirs.hour(h), theirs.count(h));
      }
      for (int k = 0; k < theirs.intervalCount(); k++) {
        ours.addKeyed(theirs.key(k), theirs.firstHour(k), theirs.lastHour(k), gapHours);
      }
    }
  }

  private SignalTouches touches(int signal) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (signals[middle].signal() < signal) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low < size && signals[low].signal() == signal) {
      return signals[low];
    }
    return insert(low, new SignalTouches(signal));
  }

  private SignalTouches insert(int at, SignalTouches touches) {
    if (size == signals.length) {
      signals = Arrays.copyOf(signals, size + Math.max(2, size >> 1));
    }
    System.arraycopy(signals, at, signals, at + 1, size - at);
    signals[at] = touches;
    size++;
    return touches;
  }
}
