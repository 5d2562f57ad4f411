package io.leadpulse.engine.score;

import io.leadpulse.engine.ledger.Ledger;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Weight;

/**
 * Keeps a lead's intent up to date touch by touch.
 *
 * <p>A fresh touch in the hour of the last look is worth exactly its points: its factor is 1, so it
 * adds to the rounded sum of its signal without another rounding; nothing has faded meanwhile; and
 * {@code per-day} counts the earliest touches of a day, so that it takes nothing from the others.
 * Whatever is not that simple (a damper that may go on, a count that saturates) forgets the sums,
 * and the next look adds up the whole ledger.
 */
public final class Valuation {
  private final ModelView model;
  private final CivilCalendar calendar;
  private final Damping damping;
  private final Appraisal appraisal;

  public Valuation(ScoringModel model) {
    this.model = new ModelView(model);
    calendar = new CivilCalendar(model.zone());
    damping = new Damping(model.dampers());
    appraisal = new Appraisal(this.model);
  }

  /** The appraisal that adds up whole ledgers. */
  public Appraisal appraisal() {
    return appraisal;
  }

  /**
   * Takes up a lead's sums.
   *
   * @param profileDampers bit {@code i} set while damper {@code i} on the profile is active
   */
  public void begin(RunningSums sums, long profileDampers) {
    sums.begin(model, profileDampers);
  }

  /** Whether the sums tell the intent on a scorecard at an hour. */
  public boolean isKnown(RunningSums sums, Scorecard card, int hour) {
    return sums.isKnown(card.index(), hour);
  }

  /** The intent in milli-points at the hour for which the sums are known. */
  public long intent(RunningSums sums, Scorecard card) {
    CardView view = model.cards[card.index()];
    long active = sums.active(card.index());
    long total = 0;
    for (int c = 0; c < view.caps.length; c++) {
      total += Math.min(sums.sum(card.index(), c), view.cap(c, active));
    }
    return damping.of(total, active, null);
  }

  /**
   * Adds a touch that has just been put into the ledger.
   *
   * @param signal the hash of its id
   * @param hour its own, and the latest of the ledger
   */
  public void touched(RunningSums sums, Ledger ledger, int signal, int hour) {
    int index = model.table.indexOf(signal);
    if (index == SignalTable.NONE || !isRunning(sums, hour)) {
      return;
    }
    int day = calendar.dayOf(hour);
    int today = touchesAt(ledger, ledger.find(signal), day);
    if (maySwitchDampers(index, today)) {
      sums.forget();
      return;
    }
    for (CardView card : model.cards) {
      Weight weight = card.weights[index];
      if (weight != null && sums.isRunning(model, card.card.index(), hour)) {
        add(sums, card, weight, today);
      }
    }
    for (ModelView.DerivedView derived : model.derived) {
      if (derived.of[index] && isReturn(ledger, derived, day)) {
        addReturn(sums, derived.signal, hour);
      }
    }
  }

  /**
   * Whether a damper may be on by a touch that was not: one that wants several days counts a day by
   * its first touch alone.
   */
  private boolean maySwitchDampers(int index, int today) {
    for (int damper : model.watchers[index]) {
      if (today == 1 || model.model.dampers().get(damper).days() == 1) {
        return true;
      }
    }
    return false;
  }

  private boolean isRunning(RunningSums sums, int hour) {
    for (int card = 0; card < model.cards.length; card++) {
      if (sums.isRunning(model, card, hour)) {
        return true;
      }
    }
    return false;
  }

  private void addReturn(RunningSums sums, int index, int hour) {
    for (CardView card : model.cards) {
      Weight weight = card.weights[index];
      if (weight != null && sums.isRunning(model, card.card.index(), hour)) {
        add(sums, card, weight, 1);
      }
    }
  }

  /** Adds a touch, which is the so-manieth of its day. */
  private static void add(RunningSums sums, CardView card, Weight weight, int today) {
    int index = card.card.index();
    if (today > Ledger.MAX_COUNT
        || sums.sum(index, weight.category()) > DecayedSum.LIMIT - weight.points()) {
      sums.forget(index);
    } else if (today <= weight.perDay()) {
      sums.add(index, weight.category(), weight.points());
    }
  }

  /** How often a signal was met on the ledger's latest day; too many are just more than fit. */
  private int touchesAt(Ledger ledger, int at, int day) {
    long touches = 0;
    int i = ledger.hourCount(at) - 1;
    while (i >= 0 && calendar.dayOf(ledger.hour(at, i)) == day) {
      int count = ledger.count(at, i);
      touches += count == Ledger.MAX_COUNT ? Integer.MAX_VALUE : count;
      i--;
    }
    int intervals = ledger.intervalCount(at);
    for (i = 0; i < intervals; i++) {
      touches += calendar.dayOf(ledger.firstHour(at, i)) == day ? 1 : 0;
    }
    return (int) Math.min(touches, Integer.MAX_VALUE);
  }

  /** Whether the latest touch is the day's first, a short time after another day with one. */
  private boolean isReturn(Ledger ledger, ModelView.DerivedView derived, int day) {
    int today = 0;
    int before = Integer.MIN_VALUE;
    for (int at = ledger.first(); at != Ledger.END; at = ledger.next(at)) {
      int index = model.table.indexOf(ledger.signal(at));
      if (index == SignalTable.NONE || !derived.of[index]) {
        continue;
      }
      int touches = touchesAt(ledger, at, day);
      if (touches > 1 || today + touches > 1) {
        return false;
      }
      today += touches;
      before = Math.max(before, latestDayBefore(ledger, at, day));
    }
    return today == 1 && (long) day - before <= derived.withinDays;
  }

  private int latestDayBefore(Ledger ledger, int at, int day) {
    int latest = Integer.MIN_VALUE;
    int i = ledger.hourCount(at) - 1;
    while (i >= 0 && latest == Integer.MIN_VALUE) {
      int other = calendar.dayOf(ledger.hour(at, i));
      latest = other < day ? other : latest;
      i--;
    }
    int intervals = ledger.intervalCount(at);
    for (i = 0; i < intervals; i++) {
      int other = calendar.dayOf(ledger.firstHour(at, i));
      latest = other < day ? Math.max(latest, other) : latest;
    }
    return latest;
  }
}
