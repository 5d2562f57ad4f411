package io.leadpulse.engine.classify;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.expression.Conditions;
import io.leadpulse.engine.model.Matcher;
import io.leadpulse.engine.model.Signal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The signals of one kind of event, found by what the event carries. Each signal is listed under
 * one attribute, the one that narrows it down most; what is found there is then checked in full.
 * Never changes once built.
 */
final class KindIndex {
  private static final Attribute[] ATTRIBUTES = Attribute.values();

  private final int[] signals;
  private final SignalRule[] rules;
  private final int[] always;
  private final int[] otherwise;
  private final List<Map<String, int[]>> exact = new ArrayList<>();
  private final List<Optional<LiteralScan>> scans = new ArrayList<>();

  /** Takes the signals of the kind, ascending by index. */
  KindIndex(List<Signal> ofKind, Conditions conditions) {
    List<Signal> ordinary = new ArrayList<>();
    List<Integer> rest = new ArrayList<>();
    for (Signal signal : ofKind) {
      if (matcher(signal).otherwise()) {
        rest.add(signal.index());
      } else {
        ordinary.add(signal);
      }
    }
    signals = ordinary.stream().mapToInt(Signal::index).toArray();
    otherwise = rest.stream().mapToInt(Integer::intValue).toArray();
    rules =
        ordinary.stream()
            .map(signal -> new SignalRule(matcher(signal), conditions))
            .toArray(SignalRule[]::new);
    always = list(ordinary.stream().map(KindIndex::matcher).toList());
  }

  /** Lists every rule under its best attribute and returns those that have none. */
  private int[] list(List<Matcher> matchers) {
    Selectivity selectivity = new Selectivity(matchers);
    Map<Attribute, Map<String, List<Integer>>> byValue = new EnumMap<>(Attribute.class);
    Map<Attribute, Map<String, List<Integer>>> byLiteral = new EnumMap<>(Attribute.class);
    List<Integer> unlisted = new ArrayList<>();
    for (int rule = 0; rule < matchers.size(); rule++) {
      Attribute best = selectivity.best(matchers.get(rule));
      if (best == null) {
        unlisted.add(rule);
        continue;
      }
      for (String wanted : best.wantedBy(matchers.get(rule))) {
        if (best.isExact(wanted)) {
          for (String spelling : best.spellings(wanted)) {
            add(byValue, best, spelling, rule);
          }
        } else {
          add(byLiteral, best, selectivity.literal(best, wanted).orElseThrow(), rule);
        }
      }
    }
    for (Attribute attribute : Attribute.values()) {
      Map<String, int[]> values = new HashMap<>();
      byValue
          .getOrDefault(attribute, Map.of())
          .forEach((value, list) -> values.put(value, toArray(list)));
      exact.add(values);
      Map<String, List<Integer>> literals = byLiteral.getOrDefault(attribute, Map.of());
      scans.add(literals.isEmpty() ? Optional.empty() : Optional.of(new LiteralScan(literals)));
    }
    return toArray(unlisted);
  }

  private static void add(
      Map<Attribute, Map<String, List<Integer>>> lists, Attribute attribute, String key, int rule) {
    lists
        .computeIfAbsent(attribute, any -> new HashMap<>())
        .computeIfAbsent(key, any -> new ArrayList<>())
        .add(rule);
  }

  int size() {
    return signals.length;
  }

  /** The most signals that one event can match. */
  int capacity() {
    return Math.max(signals.length, otherwise.length);
  }

  /** Offers the rules that may hold; the same may come twice. */
  void candidates(Engagement event, LiteralScan.Sink sink) {
    offerAll(always, sink);
    for (Attribute attribute : ATTRIBUTES) {
      Map<String, int[]> values = exact.get(attribute.ordinal());
      Optional<LiteralScan> scan = scans.get(attribute.ordinal());
      if (values.isEmpty() && scan.isEmpty()) {
        continue;
      }
      String value = attribute.of(event);
      if (value.isEmpty()) {
        continue;
      }
      int[] listed = values.get(value);
      if (listed != null) {
        offerAll(listed, sink);
      }
      if (scan.isPresent()) {
        scan.get().scan(value, attribute.end(value), attribute == Attribute.PATH, sink);
      }
    }
  }

  boolean holds(int rule, Engagement event) {
    return rules[rule].holds(event);
  }

  int signal(int rule) {
    return signals[rule];
  }

  int[] otherwise() {
    return otherwise;
  }

  private static void offerAll(int[] rules, LiteralScan.Sink sink) {
    for (int rule : rules) {
      sink.offer(rule);
    }
  }

  private static int[] toArray(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Matcher matcher(Signal signal) {
    @Nullable Matcher matcher = signal.matcher();
    return Objects.requireNonNull(matcher);
  }
}
