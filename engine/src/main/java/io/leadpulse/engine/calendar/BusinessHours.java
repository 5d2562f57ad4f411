package io.leadpulse.engine.calendar;

import java.time.LocalTime;
import java.util.List;

/**
 * The hours of a day in which somebody works, earliest first.
 *
 * @param spans none empty, none meets another
 */
public record BusinessHours(List<Span> spans) {
  /** As most offices have it, with an hour for lunch. */
  public static final BusinessHours DEFAULT =
      new BusinessHours(
          List.of(
              new Span(LocalTime.of(9, 0), LocalTime.of(12, 0)),
              new Span(LocalTime.of(13, 0), LocalTime.of(18, 0))));

  /**
   * Working without a break.
   *
   * @param to not included
   */
  public record Span(LocalTime from, LocalTime to) {
    public Span {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException(from + " is not before " + to);
      }
    }
  }

  public BusinessHours {
    spans = List.copyOf(spans);
    for (int i = 1; i < spans.size(); i++) {
      if (!spans.get(i - 1).to().isBefore(spans.get(i).from())) {
        throw new IllegalArgumentException("spans meet or are out of order: " + spans);
      }
    }
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("a day without business hours");
    }
  }
}
