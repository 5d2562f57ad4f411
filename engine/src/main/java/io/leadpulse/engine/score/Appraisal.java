package io.leadpulse.engine.score;

import io.leadpulse.engine.ledger.Ledger;
import io.leadpulse.engine.model.Decay;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One lead's ledger as one scorecard sees it, ready to be valued at any hour.
 *
 * <p>{@link #load} lays out the counted touches once; the other methods are pure functions of what
 * was loaded and an hour. Everything is in integers: milli-points, hours, fixed-point factors.
 * Touches after the hour asked for do not count. Reusable scratch; not thread-safe.
 */
public final class Appraisal {
  private static final int VELOCITY_FAST_HOURS = 2 * 24;
  private static final int VELOCITY_SLOW_HOURS = 30 * 24;
  private static final long VELOCITY_SCALE = 15_000;

  private final ModelView model;
  private final DamperView[] dampers;
  private final Damping damping;
  private final CountedTouches counted;
  private final Decay fastDecay;
  private final Decay slowDecay;
  private final DecayedSum sum = new DecayedSum();

  private CardView card;
  private long[] points = new long[8];

  /** What each signal ends up with; filled by {@link #share}. */
  private long[] shares = new long[8];

  private final long[] categorySums;

  public Appraisal(ScoringModel model) {
    this(new ModelView(model));
  }

  Appraisal(ModelView model) {
    this.model = model;
    card = model.cards[0];
    dampers = model.model.dampers().stream().map(DamperView::new).toArray(DamperView[]::new);
    damping = new Damping(model.model.dampers());
    counted = new CountedTouches(model, dampers);
    categorySums = new long[model.categories];
    fastDecay = new Decay(VELOCITY_FAST_HOURS, model.model.retentionHours());
    slowDecay = new Decay(VELOCITY_SLOW_HOURS, model.model.retentionHours());
  }

  public ScoringModel model() {
    return model.model;
  }

  /**
   * Takes a lead's ledger.
   *
   * @param markHours hours before which touches weigh less, ascending
   * @param profileDampers bit {@code i} set while damper {@code i} on the profile is active
   */
  public void load(Ledger ledger, int[] markHours, Scorecard scorecard, long profileDampers) {
    card = model.cards[scorecard.index()];
    for (DamperView view : dampers) {
      view.clear((profileDampers >>> view.damper.index() & 1) != 0);
    }
    counted.load(ledger, markHours, card);
    if (points.length < counted.size) {
      points = new long[counted.weights.length];
      shares = new long[counted.weights.length];
    }
  }

  /** The intent at an hour, in milli-points. */
  public long intentAt(int hour) {
    long active = activeDampers(hour);
    return damping.of(capped(hour, active), active, null);
  }

  /** The same, noting the sums that it is made of. */
  public long intentAt(int hour, RunningSums sums) {
    long active = activeDampers(hour);
    long intent = damping.of(capped(hour, active), active, null);
    sums.note(card.card.index(), hour, active, categorySums);
    return intent;
  }

  /** The hour from which nothing loaded is worth anything, or the next one if it is all gone. */
  public int worthlessFrom(int hour) {
    int last = hour;
    for (int i = 0; i < counted.size; i++) {
      last =
          Math.max(
              last,
              counted.touches.hours[counted.starts[i + 1] - 1]
                  + counted.weights[i].decay().lastAge());
    }
    return last + 1;
  }

  /** Fills {@link #points} and {@link #categorySums}, applies the caps, and returns the sum. */
  private long capped(int hour, long active) {
    fillPoints(hour);
    long total = 0;
    for (int c = 0; c < card.caps.length; c++) {
      total += Math.min(categorySums[c], card.cap(c, active));
    }
    return total;
  }

  private void fillPoints(int hour) {
    Arrays.fill(categorySums, 0);
    for (int i = 0; i < counted.size; i++) {
      Weight weight = counted.weights[i];
      points[i] = decayed(i, weight.points(), weight.decay(), hour);
      categorySums[weight.category()] += points[i];
    }
  }

  private long decayed(int i, long worth, Decay decay, int hour) {
    if (!counted.hasLosses) {
      return DecayedSum.worth(
          counted.touches, counted.starts[i], counted.starts[i + 1], decay, hour, worth);
    }
    sum.clear();
    for (int t = counted.starts[i]; t < counted.starts[i + 1]; t++) {
      sum.add(
          counted.touches.counts[t],
          decay.factor((long) hour - counted.touches.hours[t]),
          counted.losses[t]);
    }
    return sum.times(worth, model.model.lostKeepMilli());
  }

  /** The dampers that are on at an hour, a bit each. */
  private long activeDampers(int hour) {
    long active = 0;
    for (DamperView view : dampers) {
      active |= view.isActive(hour) ? 1L << view.damper.index() : 0;
    }
    return active;
  }

  /** The score at an hour with all that explains it. */
  public Score scoreAt(int hour) {
    List<Cut> cuts = new ArrayList<>();
    long intent = share(hour, cuts);
    return explain(hour, intent, cuts);
  }

  /** What the intent at an hour rests on: the part of a score that decides who enters HOT. */
  public Support supportAt(int hour) {
    share(hour, null);
    return support();
  }

  /** Shares the intent at an hour out over the signals, and returns it. */
  private long share(int hour, @Nullable List<Cut> cuts) {
    long active = activeDampers(hour);
    long total = capped(hour, active);
    System.arraycopy(points, 0, shares, 0, counted.size);
    for (int c = 0; c < card.caps.length; c++) {
      capShares(c, active, cuts);
    }
    long intent = damping.of(total, active, cuts);
    Apportionment.scale(shares, counted.size, total, intent, counted.ranks);
    return intent;
  }

  private void capShares(int category, long active, @Nullable List<Cut> cuts) {
    long before = categorySums[category];
    long after = Math.min(before, card.cap(category, active));
    if (after == before) {
      return;
    }
    long[] parts = new long[counted.size];
    int[] members = new int[counted.size];
    int[] memberRanks = new int[counted.size];
    int count = 0;
    for (int i = 0; i < counted.size; i++) {
      if (counted.weights[i].category() == category) {
        members[count] = i;
        memberRanks[count] = counted.ranks[i];
        parts[count++] = shares[i];
      }
    }
    Apportionment.scale(parts, count, before, after, memberRanks);
    for (int m = 0; m < count; m++) {
      shares[members[m]] = parts[m];
    }
    if (cuts != null) {
      cuts.add(new Cut("cap:" + card.card.categories().get(category).id(), before - after));
    }
  }

  private Support support() {
    int distinct = 0;
    int human = 0;
    for (int i = 0; i < counted.size; i++) {
      if (shares[i] > 0) {
        distinct++;
        human += model.model.signals().get(counted.signals[i]).human() ? 1 : 0;
      }
    }
    return new Support(distinct, human);
  }

  private Score explain(int hour, long intent, List<Cut> cuts) {
    List<Contribution> contributions = new ArrayList<>(counted.size);
    for (int i = 0; i < counted.size; i++) {
      if (points[i] > 0) {
        contributions.add(
            new Contribution(
                counted.signals[i], shares[i], points[i] - shares[i], liveCount(i, hour)));
      }
    }
    contributions.sort(this::greatestFirst);
    Support support = support();
    return new Score(
        hour,
        intent,
        contributions,
        cuts,
        support.distinctSignals(),
        support.humanSignals(),
        velocityMilli(hour));
  }

  private int greatestFirst(Contribution one, Contribution other) {
    int byPoints = Long.compare(other.milliPoints(), one.milliPoints());
    return byPoints != 0
        ? byPoints
        : Integer.compare(counted.idRank(one.signal()), counted.idRank(other.signal()));
  }

  private int liveCount(int i, int hour) {
    long count = 0;
    for (int t = counted.starts[i]; t < counted.starts[i + 1]; t++) {
      boolean alive = counted.weights[i].decay().factor((long) hour - counted.touches.hours[t]) > 0;
      count += alive ? counted.touches.counts[t] : 0;
    }
    return (int) Math.min(count, Integer.MAX_VALUE);
  }

  /**
   * How fast interest grows: {@code 15 * x(half-life 2 d) / x(half-life 30 d)}, both before caps
   * and dampers, in thousandths; 0 without interest.
   */
  public long velocityMilli(int hour) {
    long fast = 0;
    long slow = 0;
    for (int i = 0; i < counted.size; i++) {
      fast += decayed(i, counted.weights[i].points(), fastDecay, hour);
      slow += decayed(i, counted.weights[i].points(), slowDecay, hour);
    }
    return slow == 0 ? 0 : Apportionment.mulDiv(fast, VELOCITY_SCALE, slow);
  }

  /** The first hour after {@code hour} at which a damper that is on goes off by itself. */
  public int nextDamperEnd(int hour) {
    int next = Integer.MAX_VALUE;
    for (DamperView view : dampers) {
      if (!view.damper.isOnProfile() && view.isActive(hour)) {
        next = Math.min(next, view.end(hour));
      }
    }
    return next;
  }
}
