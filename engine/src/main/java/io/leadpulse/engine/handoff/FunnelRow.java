package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Counts and times of the leads that a {@link FunnelKey} names. */
public final class FunnelRow {
  private static final Span[] SPANS = Span.values();

  private final int[] counts = new int[Milestone.values().length];
  private final Map<Span, Spread> spreads = new EnumMap<>(Span.class);

  FunnelRow() {
    for (Span span : SPANS) {
      spreads.put(span, new Spread());
    }
  }

  public int count(Milestone milestone) {
    return counts[milestone.ordinal()];
  }

  /**
   * The median in milliseconds of business time, to within a sixteenth.
   *
   * @return -1 if there is none
   */
  public long median(Span span) {
    return spread(span).median();
  }

  private Spread spread(Span span) {
    return spreads.computeIfAbsent(span, any -> new Spread());
  }

  void add(Milestone milestone) {
    counts[milestone.ordinal()]++;
  }

  void add(Tally tally, int times) {
    tally.milestones().forEach(milestone -> counts[milestone.ordinal()] += times);
    tally.spans().forEach((span, millis) -> spread(span).add(millis, times));
  }

  void write(ByteSink out) {
    Arrays.stream(counts).forEach(out::unsigned);
    for (Span span : SPANS) {
      spread(span).write(out);
    }
  }

  void read(ByteSource in) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = in.count();
    }
    for (Span span : SPANS) {
      spread(span).read(in);
    }
  }
}
