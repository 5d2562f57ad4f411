package io.leadpulse.engine.score;

import io.leadpulse.engine.ledger.Ledger;
import io.leadpulse.engine.model.Category;
import io.leadpulse.engine.model.Decay;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Weight;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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

  private final ScoringModel model;
  private final DamperView[] dampers;
  private final CountedTouches counted;
  private final Decay fastDecay;
  private final Decay slowDecay;
  private final DecayedSum sum = new DecayedSum();

  private Scorecard card;
  private long[] points = new long[8];
  private long[] categorySums = {};

  public Appraisal(ScoringModel model) {
    this.model = model;
    card = model.scorecards().get(0);
    dampers = model.dampers().stream().map(DamperView::new).toArray(DamperView[]::new);
    counted = new CountedTouches(model, dampers);
    fastDecay = new Decay(VELOCITY_FAST_HOURS, model.retentionHours());
    slowDecay = new Decay(VELOCITY_SLOW_HOURS, model.retentionHours());
  }

  public ScoringModel model() {
    return model;
  }

  /**
   * Takes a lead's ledger.
   *
   * @param lostHours hours of lost deals, ascending
   * @param profileDampers bit {@code i} set while damper {@code i} on the profile is active
   */
  public void load(Ledger ledger, int[] lostHours, Scorecard scorecard, long profileDampers) {
    card = scorecard;
    for (DamperView view : dampers) {
      view.clear((profileDampers >>> view.damper.index() & 1) != 0);
    }
    counted.load(ledger, lostHours, scorecard);
    if (points.length < counted.size) {
      points = new long[counted.weights.length];
    }
    if (categorySums.length < card.categories().size()) {
      categorySums = new long[card.categories().size()];
    }
  }

  /** The intent at an hour, in milli-points. */
  public long intentAt(int hour) {
    return dampen(capped(hour), hour, null);
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
  private long capped(int hour) {
    fillPoints(hour);
    long total = 0;
    for (int c = 0; c < card.categories().size(); c++) {
      total += Math.min(categorySums[c], cap(c, hour));
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
    sum.clear();
    for (int t = counted.starts[i]; t < counted.starts[i + 1]; t++) {
      sum.add(
          counted.touches.counts[t],
          decay.factor((long) hour - counted.touches.hours[t]),
          counted.losses[t]);
    }
    return sum.times(worth, model.lostKeepMilli());
  }

  private long cap(int category, int hour) {
    Category of = card.categories().get(category);
    for (DamperView view : dampers) {
      if (view.damper.muted().contains(of.id()) && view.isActive(hour)) {
        return 0;
      }
    }
    return of.cap();
  }

  /** The total times the product of the active dampers, floored once. */
  private long dampen(long total, int hour, @Nullable List<Cut> cuts) {
    BigInteger product = BigInteger.valueOf(total);
    BigInteger divisor = BigInteger.ONE;
    long left = total;
    for (DamperView view : dampers) {
      if (view.isActive(hour)) {
        product = product.multiply(BigInteger.valueOf(view.damper.numerator()));
        divisor = divisor.multiply(BigInteger.valueOf(view.damper.denominator()));
        long after = product.divide(divisor).longValueExact();
        if (cuts != null && after < left) {
          cuts.add(new Cut("damper:" + view.damper.id(), left - after));
        }
        left = after;
      }
    }
    return left;
  }

  /** The score at an hour with all that explains it. */
  public Score scoreAt(int hour) {
    long total = capped(hour);
    long[] shares = Arrays.copyOf(points, counted.size);
    List<Cut> cuts = new ArrayList<>();
    for (int c = 0; c < card.categories().size(); c++) {
      capShares(c, hour, shares, cuts);
    }
    long intent = dampen(total, hour, cuts);
    Apportionment.scale(shares, counted.size, total, intent, counted.ranks);
    return explain(hour, intent, shares, cuts);
  }

  private void capShares(int category, int hour, long[] shares, List<Cut> cuts) {
    long before = categorySums[category];
    long after = Math.min(before, cap(category, hour));
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
    cuts.add(new Cut("cap:" + card.categories().get(category).id(), before - after));
  }

  private Score explain(int hour, long intent, long[] shares, List<Cut> cuts) {
    List<Contribution> contributions = new ArrayList<>(counted.size);
    int distinct = 0;
    int human = 0;
    for (int i = 0; i < counted.size; i++) {
      if (points[i] > 0) {
        contributions.add(
            new Contribution(
                counted.signals[i], shares[i], points[i] - shares[i], liveCount(i, hour)));
      }
      if (shares[i] > 0) {
        distinct++;
        human += model.signals().get(counted.signals[i]).human() ? 1 : 0;
      }
    }
    contributions.sort(
        Comparator.comparingLong(Contribution::milliPoints)
            .reversed()
            .thenComparing(contribution -> counted.idRank(contribution.signal())));
    return new Score(hour, intent, contributions, cuts, distinct, human, velocityMilli(hour));
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

  /** Whether a damper is on at an hour. */
  public boolean isDamped(int hour) {
    for (DamperView view : dampers) {
      if (view.isActive(hour)) {
        return true;
      }
    }
    return false;
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
