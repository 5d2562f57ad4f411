package io.leadpulse.cli.simulate;

import org.jspecify.annotations.Nullable;

/**
 * The room for one lead at a time. Journeys follow each other in it, each spread over a stretch of
 * the stream: what happens first at the stretch's beginning, what happens last at its end.
 *
 * <p>Positions in the stream are counted in records, about.
 */
final class Slot implements Timeline, Comparable<Slot> {
  private final int number;
  private double begin;
  private double stretch;
  private double position;

  /** The journey's beginning on the scale of office hours. */
  private long origin;

  private @Nullable Journey journey;

  /**
   * @param number tells slots at one position apart; the least comes first
   * @param stretch records over which the first journey is spread
   */
  Slot(int number, double stretch) {
    this.number = number;
    this.stretch = stretch;
  }

  /** Where in the stream this slot's next event is, or where its next journey begins. */
  @Override
  public double position() {
    return position;
  }

  /**
   * Where in the stream an instant of the journey is; may be after the journey's end. Nights and
   * weekends take up no room.
   */
  @Override
  public double positionOf(long instant) {
    return begin + stretch * (OfficeHours.worked(instant) - origin) / Journey.WORKING_TIME;
  }

  /** The journey that is under way; null between two. */
  @Nullable Journey journey() {
    return journey;
  }

  /**
   * Sets a lead on its way.
   *
   * @param end where its journey ends, in epoch milliseconds
   */
  void begin(Journey next, long end) {
    journey = next;
    origin = OfficeHours.worked(end) - Journey.WORKING_TIME;
    position = positionOf(next.nextAt());
  }

  /**
   * Moves on past the event that was read last.
   *
   * @param nextStretch records over which the next journey is spread if this one is over
   */
  void advance(double nextStretch) {
    long next = journey == null ? Long.MAX_VALUE : journey.nextAt();
    if (next != Long.MAX_VALUE) {
      position = positionOf(next);
      return;
    }
    journey = null;
    begin += stretch;
    stretch = nextStretch;
    position = begin;
  }

  /** Events of the journey that are held in memory. */
  int pending() {
    return journey == null ? 0 : journey.pending();
  }

  @Override
  public int compareTo(Slot other) {
    int byPosition = Double.compare(position, other.position);
    return byPosition != 0 ? byPosition : Integer.compare(number, other.number);
  }
}
