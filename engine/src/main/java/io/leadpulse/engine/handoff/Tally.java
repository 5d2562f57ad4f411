package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.calendar.BusinessCalendar;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one hot lead adds to the funnel.
 *
 * @param spans in milliseconds of business time
 */
record Tally(Set<Milestone> milestones, Map<Span, Long> spans) {
  static final Tally NOTHING = new Tally(Set.of(), Map.of());

  private static final Milestone[] MILESTONES = Milestone.values();
  private static final Span[] SPANS = Span.values();

  Tally {
    milestones = Collections.unmodifiableSet(copy(milestones));
    spans = Collections.unmodifiableMap(spans.isEmpty() ? Map.of() : new EnumMap<>(spans));
  }

  private static Set<Milestone> copy(Set<Milestone> milestones) {
    Set<Milestone> copy = EnumSet.noneOf(Milestone.class);
    copy.addAll(milestones);
    return copy;
  }

  /** Of one that waits. */
  static Tally waiting(boolean unworked) {
    return of(unworked, Milestone.RAISED);
  }

  /** Of one that was withdrawn while it waited. */
  static Tally withdrawn(boolean unworked) {
    return of(unworked, Milestone.RAISED, Milestone.WITHDRAWN);
  }

  private static Tally of(boolean unworked, Milestone... milestones) {
    Set<Milestone> all = EnumSet.noneOf(Milestone.class);
    Collections.addAll(all, milestones);
    if (unworked) {
      all.add(Milestone.UNWORKED);
    }
    return new Tally(all, Map.of());
  }

  /**
   * Of one that sales has.
   *
   * @param since when it became hot, epoch milliseconds
   */
  static Tally of(HandOff handOff, boolean unworked, long since, BusinessCalendar calendar) {
    Set<Milestone> milestones = EnumSet.of(Milestone.RAISED, Milestone.RELEASED);
    Map<Span, Long> spans = new EnumMap<>(Span.class);
    long released = handOff.releasedAt();
    spans.put(Span.WAIT, calendar.between(since, released));
    reach(handOff, Stage.ACCEPTED, Span.ACCEPT, milestones, spans, calendar);
    reach(handOff, Stage.CONTACTED, Span.CONTACT, milestones, spans, calendar);
    reach(handOff, Stage.MEETING, Span.MEETING, milestones, spans, calendar);
    reach(handOff, Stage.QUALIFIED, null, milestones, spans, calendar);
    Stage stage = handOff.stage();
    if (stage.isLast()) {
      milestones.add(Milestone.of(stage));
    }
    if (stage == Stage.WON) {
      spans.put(Span.WON, calendar.between(released, handOff.reachedAt(Stage.WON)));
    } else if (stage == Stage.LOST && handOff.isMetAtMost()) {
      milestones.add(Milestone.LOST_AFTER_MEETING);
    }
    if (unworked) {
      milestones.add(Milestone.UNWORKED);
    }
    if (handOff.isLate()) {
      milestones.add(Milestone.BREACHED);
    }
    return new Tally(milestones, spans);
  }

  private static void reach(
      HandOff handOff,
      Stage stage,
      @Nullable Span span,
      Set<Milestone> milestones,
      Map<Span, Long> spans,
      BusinessCalendar calendar) {
    long at = handOff.reachedAt(stage);
    if (at != Long.MAX_VALUE) {
      milestones.add(Milestone.of(stage));
      if (span != null) {
        spans.put(span, calendar.between(handOff.releasedAt(), at));
      }
    }
  }

  void write(ByteSink out) {
    out.unsigned(milestones.size());
    milestones.forEach(milestone -> out.fixed8(milestone.ordinal()));
    out.unsigned(spans.size());
    spans.forEach(
        (span, millis) -> {
          out.fixed8(span.ordinal());
          out.unsigned(millis);
        });
  }

  static Tally read(ByteSource in) {
    Set<Milestone> milestones = EnumSet.noneOf(Milestone.class);
    for (int left = in.count(); left > 0; left--) {
      milestones.add(MILESTONES[in.fixed8()]);
    }
    Map<Span, Long> spans = new EnumMap<>(Span.class);
    for (int left = in.count(); left > 0; left--) {
      spans.put(SPANS[in.fixed8()], in.unsigned());
    }
    return new Tally(milestones, spans);
  }
}
