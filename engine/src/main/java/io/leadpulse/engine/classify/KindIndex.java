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
  private final List<Candidate> candidates = new ArrayList<>();
  private final int[] always;
  private final int[] otherwise;
  private final Lookup[] lookups;

  /**
   * A rule as it is listed under one value, one glob, or nothing at all.
   *
   * @param attribute under which it is listed; null for none
   * @param glob that the value has to match; null for an exact value
   */
  private record Candidate(int rule, @Nullable Attribute attribute, @Nullable Glob glob) {}

  /** What is listed under one attribute. */
  private record Lookup(
      Attribute attribute, Map<String, int[]> exact, @Nullable LiteralScan scan) {}

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
    List<Lookup> built = new ArrayList<>();
    always = list(ordinary.stream().map(KindIndex::matcher).toList(), built);
    lookups = built.toArray(Lookup[]::new);
  }

  /** Lists every rule under its best attribute and returns those that have none. */
  private int[] list(List<Matcher> matchers, List<Lookup> built) {
    Selectivity selectivity = new Selectivity(matchers);
    Map<Attribute, Map<String, List<Integer>>> byValue = new EnumMap<>(Attribute.class);
    Map<Attribute, Map<String, List<Integer>>> byLiteral = new EnumMap<>(Attribute.class);
    List<Integer> unlisted = new ArrayList<>();
    for (int rule = 0; rule < matchers.size(); rule++) {
      Attribute best = selectivity.best(matchers.get(rule));
      if (best == null) {
        unlisted.add(candidate(rule, null, null));
        continue;
      }
      for (String wanted : best.wantedBy(matchers.get(rule))) {
        if (best.isExact(wanted)) {
          int exact = candidate(rule, best, null);
          best.spellings(wanted).forEach(spelling -> add(byValue, best, spelling, exact));
        } else {
          String literal = selectivity.literal(best, wanted).orElseThrow();
          add(byLiteral, best, literal, candidate(rule, best, best.glob(wanted)));
        }
      }
    }
    for (Attribute attribute : ATTRIBUTES) {
      Map<String, int[]> values = new HashMap<>();
      byValue
          .getOrDefault(attribute, Map.of())
          .forEach((value, list) -> values.put(value, toArray(list)));
      Map<String, List<Integer>> literals = byLiteral.getOrDefault(attribute, Map.of());
      if (!values.isEmpty() || !literals.isEmpty()) {
        LiteralScan scan = literals.isEmpty() ? null : new LiteralScan(literals);
        built.add(new Lookup(attribute, values, scan));
      }
    }
    return toArray(unlisted);
  }

  private int candidate(int rule, @Nullable Attribute attribute, @Nullable Glob glob) {
    candidates.add(new Candidate(rule, attribute, glob));
    return candidates.size() - 1;
  }

  private static void add(
      Map<Attribute, Map<String, List<Integer>>> lists, Attribute attribute, String key, int item) {
    lists
        .computeIfAbsent(attribute, any -> new HashMap<>())
        .computeIfAbsent(key, any -> new ArrayList<>())
        .add(item);
  }

  int rules() {
    return signals.length;
  }

  int candidates() {
    return candidates.size();
  }

  /** The most signals that one event can match. */
  int capacity() {
    return Math.max(signals.length, otherwise.length);
  }

  /** Offers the candidates that may hold; the same may come twice. */
  void candidates(Engagement event, LiteralScan.Sink sink) {
    offerAll(always, sink);
    for (Lookup lookup : lookups) {
      String value = lookup.attribute.of(event);
      if (!value.isEmpty()) {
        find(lookup, value, sink);
      }
    }
  }

  private static void find(Lookup lookup, String value, LiteralScan.Sink sink) {
    if (!lookup.exact.isEmpty()) {
      int[] listed = lookup.exact.get(value);
      if (listed != null) {
        offerAll(listed, sink);
      }
    }
    Attribute attribute = lookup.attribute;
    if (lookup.scan != null) {
      lookup.scan.scan(value, attribute.end(value), attribute == Attribute.PATH, sink);
    }
  }

  int rule(int candidate) {
    return candidates.get(candidate).rule;
  }

  /** Whether what the candidate is listed under is really what the event carries. */
  boolean isCarried(int candidate, Engagement event) {
    Candidate listed = candidates.get(candidate);
    if (listed.glob == null || listed.attribute == null) {
      return true;
    }
    String value = listed.attribute.of(event);
    return listed.glob.matches(value, listed.attribute.end(value));
  }

  /** Whether the rest of the candidate's rule holds. */
  boolean holds(int candidate, Engagement event) {
    Candidate listed = candidates.get(candidate);
    return rules[listed.rule].holds(event, listed.attribute);
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
