package io.leadpulse.chaos.oracle;

import io.leadpulse.engine.model.Category;
import io.leadpulse.engine.model.Damper;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.model.Weight;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a lead's touches are worth on one scorecard, straight from the definition of the score. Laid
 * out once for a set of touches, then asked for hours.
 */
final class Worth {
  private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);

  private final ScoringModel model;
  private final Scorecard card;
  private final List<Integer> markHours;
  private final List<Part> parts = new ArrayList<>();
  private final Map<Damper, List<Integer>> damping = new java.util.HashMap<>();
  private final Touches touches;

  /** A signal's touches that count here. */
  private record Part(Signal signal, Weight weight, List<Integer> hours) {}

  /**
   * A value with all that is compared of it.
   *
   * @param intent milli-points
   * @param shares of the intent, by signal, of all that had any points
   * @param distinct signals that contribute
   * @param human of these, those that a machine cannot fake
   */
  record Value(long intent, Map<String, Long> shares, int distinct, int human) {}

  Worth(ScoringModel model, Scorecard card, Touches touches, List<Integer> markHours) {
    this.model = model;
    this.card = card;
    this.touches = touches;
    this.markHours = List.copyOf(markHours);
    for (Signal signal : model.signals()) {
      Weight weight = card.weights().get(signal.index());
      List<Integer> hours = weight == null ? List.of() : touches.of(signal.id(), weight.perDay());
      if (weight != null && !hours.isEmpty()) {
        parts.add(new Part(signal, weight, hours));
      }
    }
    for (Damper damper : model.dampers()) {
      List<Integer> hours = new ArrayList<>();
      damper.signals().forEach(s -> hours.addAll(touches.of(model.signals().get(s).id())));
      damping.put(damper, hours);
    }
  }

  long intentAt(int hour) {
    long[] sums = new long[card.categories().size()];
    for (Part part : parts) {
      sums[part.weight().category()] += points(part, hour);
    }
    long total = 0;
    for (int c = 0; c < sums.length; c++) {
      total += Math.min(sums[c], card.categories().get(c).cap());
    }
    return dampened(total, hour);
  }

  Value at(int hour) {
    Map<String, Long> points = points(hour);
    Map<String, Long> shares = capped(points);
    long total = sum(shares);
    long intent = dampened(total, hour);
    Shares.scale(shares, total, intent);
    int distinct = 0;
    int human = 0;
    for (Signal signal : model.signals()) {
      if (shares.getOrDefault(signal.id(), 0L) > 0) {
        distinct++;
        human += signal.human() ? 1 : 0;
      }
    }
    return new Value(intent, shares, distinct, human);
  }

  /** Milli-points by signal, without those that have none left. */
  private Map<String, Long> points(int hour) {
    Map<String, Long> points = new TreeMap<>();
    for (Part part : parts) {
      long worth = points(part, hour);
      if (worth > 0) {
        points.put(part.signal().id(), worth);
      }
    }
    return points;
  }

  private long points(Part part, int hour) {
    int halfLife = part.weight().decay().halfLifeHours();
    int oldest = Math.min(5 * halfLife, model.retentionHours());
    if (markHours.isEmpty()) {
      long sum = 0;
      for (int touch : part.hours()) {
        sum += factor(hour - touch, halfLife, oldest);
      }
      return (2 * part.weight().points() * sum + (1L << 30)) >> 31;
    }
    return kept(part, hour, halfLife, oldest);
  }

  /** The same with what touches lost by marks, in fractions without loss. */
  private long kept(Part part, int hour, int halfLife, int oldest) {
    BigInteger numerator = BigInteger.ZERO;
    for (int touch : part.hours()) {
      BigInteger worth = BigInteger.valueOf(factor(hour - touch, halfLife, oldest));
      for (int mark : markHours) {
        worth = worth.multiply(BigInteger.valueOf(touch < mark ? model.lostKeepMilli() : 1_000));
      }
      numerator = numerator.add(worth);
    }
    BigInteger denominator = THOUSAND.pow(markHours.size()).shiftLeft(30);
    return numerator
        .multiply(BigInteger.valueOf(2 * part.weight().points()))
        .add(denominator)
        .divide(denominator.shiftLeft(1))
        .longValueExact();
  }

  private static long factor(int age, int halfLife, int oldest) {
    return age < 0 || age > oldest ? 0 : Halving.of(halfLife, age);
  }

  private Map<String, Long> capped(Map<String, Long> points) {
    Map<String, Long> shares = new TreeMap<>(points);
    for (int c = 0; c < card.categories().size(); c++) {
      Category category = card.categories().get(c);
      Map<String, Long> members = new TreeMap<>();
      for (Part part : parts) {
        Long worth = points.get(part.signal().id());
        if (part.weight().category() == c && worth != null) {
          members.put(part.signal().id(), worth);
        }
      }
      long before = sum(members);
      Shares.scale(members, before, Math.min(before, category.cap()));
      shares.putAll(members);
    }
    return shares;
  }

  private long dampened(long total, int hour) {
    BigInteger product = BigInteger.valueOf(total);
    BigInteger divisor = BigInteger.ONE;
    for (Damper damper : model.dampers()) {
      if (isActive(damper, hour)) {
        product = product.multiply(BigInteger.valueOf(damper.numerator()));
        divisor = divisor.multiply(BigInteger.valueOf(damper.denominator()));
      }
    }
    return product.divide(divisor).longValueExact();
  }

  private boolean isActive(Damper damper, int hour) {
    Set<LocalDate> days = new HashSet<>();
    for (int touch : damping.getOrDefault(damper, List.of())) {
      if (touch <= hour && hour - touch < damper.lastsHours()) {
        days.add(touches.day(touch));
      }
    }
    return days.size() >= damper.days();
  }

  private static long sum(Map<String, Long> shares) {
    return shares.values().stream().mapToLong(Long::longValue).sum();
  }
}
