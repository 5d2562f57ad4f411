package io.leadpulse.engine.score;

import io.leadpulse.engine.model.Category;
import io.leadpulse.engine.model.Damper;
import io.leadpulse.engine.model.OncePer;
import io.leadpulse.engine.model.ReturnRule;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Weight;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The intent straight from its definition, over plain lists and big numbers: the oracle of {@link
 * Appraisal}. A key counts wherever it was not met within the model's horizon before.
 */
final class NaiveScore {
  private final ScoringModel model;
  private final Scorecard card;
  private final List<LedgerTouch> touches;
  private final int[] markHours;
  private final long profileDampers;

  NaiveScore(
      ScoringModel model,
      Scorecard card,
      List<LedgerTouch> touches,
      int[] markHours,
      long profileDampers) {
    this.model = model;
    this.card = card;
    this.touches = touches;
    this.markHours = markHours;
    this.profileDampers = profileDampers;
  }

  BigInteger intent(int hour) {
    Map<Integer, BigInteger> sums = new HashMap<>();
    for (int s = 0; s < model.signals().size(); s++) {
      Weight weight = card.weights().get(s);
      if (weight != null) {
        sums.merge(weight.category(), points(s, weight, hour), BigInteger::add);
      }
    }
    BigInteger total = BigInteger.ZERO;
    for (Map.Entry<Integer, BigInteger> sum : sums.entrySet()) {
      Category category = card.categories().get(sum.getKey());
      boolean muted =
          model.dampers().stream()
              .anyMatch(d -> d.muted().contains(category.id()) && isActive(d, hour));
      total = muted ? total : total.add(sum.getValue().min(BigInteger.valueOf(category.cap())));
    }
    BigInteger divisor = BigInteger.ONE;
    for (Damper damper : model.dampers()) {
      if (isActive(damper, hour)) {
        total = total.multiply(BigInteger.valueOf(damper.numerator()));
        divisor = divisor.multiply(BigInteger.valueOf(damper.denominator()));
      }
    }
    return total.divide(divisor);
  }

  private BigInteger points(int signal, Weight weight, int hour) {
    Map<LocalDate, Integer> usedByDay = new HashMap<>();
    BigInteger numerator = BigInteger.ZERO;
    BigInteger denominator = BigInteger.ONE.shiftLeft(30);
    BigInteger thousand = BigInteger.valueOf(1_000);
    for (int mark = 0; mark < markHours.length; mark++) {
      denominator = denominator.multiply(thousand);
    }
    for (Map.Entry<Integer, Integer> touch : counted(signal).entrySet()) {
      LocalDate day = day(touch.getKey());
      int left = weight.perDay() - usedByDay.getOrDefault(day, 0);
      int count = Math.min(left, touch.getValue());
      usedByDay.merge(day, count, Integer::sum);
      BigInteger worth =
          BigInteger.valueOf(count)
              .multiply(BigInteger.valueOf(weight.decay().factor(hour - touch.getKey())));
      for (int mark : markHours) {
        int keep = touch.getKey() < mark ? model.lostKeepMilli() : 1_000;
        worth = worth.multiply(BigInteger.valueOf(keep));
      }
      numerator = numerator.add(worth);
    }
    BigInteger twice = numerator.multiply(BigInteger.valueOf(2 * weight.points()));
    return twice.add(denominator).divide(denominator.shiftLeft(1));
  }

  private SortedMap<Integer, Integer> counted(int signal) {
    ReturnRule rule = model.signals().get(signal).returns();
    return rule == null ? direct(signal) : returns(rule);
  }

  private SortedMap<Integer, Integer> direct(int signal) {
    TreeMap<Integer, Integer> byHour = new TreeMap<>();
    Map<Long, TreeSet<Integer>> hoursByKey = new HashMap<>();
    boolean keyed = model.signals().get(signal).oncePer() != OncePer.TOUCH;
    for (LedgerTouch touch : touches) {
      if (touch.signal() == signal && keyed) {
        hoursByKey.computeIfAbsent(touch.key(), key -> new TreeSet<>()).add(touch.hour());
      } else if (touch.signal() == signal) {
        byHour.merge(touch.hour(), touch.count(), Integer::sum);
      }
    }
    for (TreeSet<Integer> hours : hoursByKey.values()) {
      hours.stream()
          .filter(hour -> hours.subSet(hour - model.horizonHours(), hour).isEmpty())
          .forEach(hour -> byHour.merge(hour, 1, Integer::sum));
    }
    return byHour;
  }

  private SortedMap<Integer, Integer> returns(ReturnRule rule) {
    TreeMap<LocalDate, Integer> firstByDay = new TreeMap<>();
    for (int signal : rule.of()) {
      direct(signal).keySet().forEach(hour -> firstByDay.merge(day(hour), hour, Math::min));
    }
    TreeMap<Integer, Integer> returns = new TreeMap<>();
    for (LocalDate day : firstByDay.keySet()) {
      LocalDate before = firstByDay.lowerKey(day);
      if (before != null && !before.isBefore(day.minusDays(rule.withinDays()))) {
        returns.put(firstByDay.get(day), 1);
      }
    }
    return returns;
  }

  private boolean isActive(Damper damper, int hour) {
    if (damper.isOnProfile()) {
      return (profileDampers >>> damper.index() & 1) != 0;
    }
    Set<LocalDate> days = new TreeSet<>();
    for (int signal : damper.signals()) {
      for (int touch : direct(signal).keySet()) {
        if (touch <= hour && hour - touch < damper.lastsHours()) {
          days.add(day(touch));
        }
      }
    }
    return days.size() >= damper.days();
  }

  private LocalDate day(int hour) {
    return Instant.ofEpochSecond(hour * 3_600L).atZone(model.zone()).toLocalDate();
  }
}
