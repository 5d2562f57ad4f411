package io.leadpulse.cli.simulate;

import io.leadpulse.schemas.registry.RecordFormat;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * What the same people do in the order in which it happened, as a history has it: for a replay,
 * whose time is that of the events. So many leads are on their way at once; whenever one's two
 * weeks are over, the next begins.
 *
 * <p>The same settings and origin give the same records, byte for byte, whatever the clock says.
 */
final class Chronicle implements RecordStream {
  private static final long TWO_WEEKS = TimeUnit.DAYS.toMillis(14);

  private final Cast cast;
  private final Flaws flaws;
  private final Backlog backlog = new Backlog();
  private final PriorityQueue<Track> tracks = new PriorityQueue<>();
  private int leads;

  /**
   * @param settings without timestamps in the future: nothing is ahead of the clock of a replay
   * @param origin instant at which the first lead sets out, in epoch milliseconds
   */
  Chronicle(SimulationSettings settings, long origin) {
    SplittableRandom source = new SplittableRandom(settings.seed());
    flaws = new Flaws(settings, source.split(), new Encoders(RecordFormat.singleObject()), backlog);
    cast = new Cast(settings, origin);
    for (int number = 0; number < settings.leads(); number++) {
      long end = origin + TWO_WEEKS + TWO_WEEKS * number / settings.leads();
      tracks.add(new Track(number, end, cast.next(end)));
    }
  }

  @Override
  public SimulatedRecord next(long now) {
    while (true) {
      Track track = tracks.element();
      SimulatedRecord due = backlog.pollUpTo(track.position());
      if (due != null) {
        return due;
      }
      tracks.remove();
      tracks.add(move(track));
    }
  }

  @Override
  public int leads() {
    return leads;
  }

  private Track move(Track track) {
    Event event = track.journey().next();
    if (event == null) {
      long end = track.end() + TWO_WEEKS;
      return new Track(track.number(), end, cast.next(end));
    }
    leads += event.isFirst() ? 1 : 0;
    flaws.pass(event, track, event.at());
    return track.onwards();
  }

  /**
   * The journeys that follow each other, at one of them.
   *
   * @param number tells tracks at one instant apart
   * @param end of the journey, in epoch milliseconds
   * @param at when the next event is; the end if there is none
   */
  private record Track(int number, long end, Journey journey, long at)
      implements Timeline, Comparable<Track> {

    Track(int number, long end, Journey journey) {
      this(number, end, journey, Math.min(end, journey.nextAt()));
    }

    Track onwards() {
      return new Track(number, end, journey);
    }

    @Override
    public double position() {
      return at;
    }

    @Override
    public double positionOf(long instant) {
      return instant;
    }

    @Override
    public int compareTo(Track other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Integer.compare(number, other.number);
    }
  }
}
