package io.leadpulse.cli.simulate;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * A webinar: registered for, held at 14:00 on one of the next working days, perhaps attended.
 *
 * @param attending share of those registered who come, 0 to 1; of the others some cancel, some stay
 *     away, some watch the recording later
 * @param keenness from 0 for one who looks in to 1 for one who stays, asks and wants to be called
 */
record Webinar(double attending, double keenness) implements Scene {
  private static final Map<String, String> POLL = Map.of("warehouses", "2-5");
  private static final Map<String, String> CALL_ME =
      Map.of("contact", "wanted", "timing", "within-3-months");
  private static final Map<String, String> NOT_NOW =
      Map.of("contact", "not-now", "timing", "undecided");

  private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);

  /** Working time from the opening of the offices to 14:00. */
  private static final long UNTIL_BEGIN = TimeUnit.HOURS.toMillis(5);

  @Override
  public void play(Diary diary, long start) {
    RandomGenerator random = diary.random();
    Seminar seminar = Chance.pick(random, Seminar.ALL);
    Seat seat = new Seat(diary, seminar, beginAfter(start, Chance.between(random, 1, 2)));
    seat.register(start);
    if (Chance.of(random, attending)) {
      attend(random, seat, minutesStayed(random, seminar.minutes()));
    } else {
      stayAway(random, seat, start);
    }
  }

  private static long beginAfter(long registered, int days) {
    long today = Math.floorDiv(OfficeHours.worked(registered), OfficeHours.DAY);
    return OfficeHours.instant((today + days) * OfficeHours.DAY + UNTIL_BEGIN);
  }

  private int minutesStayed(RandomGenerator random, int scheduled) {
    int least = Math.max(1, (int) (scheduled * 0.6 * keenness));
    return Chance.between(random, least, scheduled);
  }

  private void attend(RandomGenerator random, Seat seat, int minutes) {
    if (Chance.of(random, 0.5)) {
      seat.answerPoll(seat.begin() + minutes * MINUTE / 3, POLL);
    }
    if (Chance.of(random, keenness / 2)) {
      seat.ask(seat.begin() + minutes * MINUTE / 2);
    }
    seat.attend(minutes);
    if (Chance.of(random, 0.3 + keenness / 2)) {
      long answered = seat.end() + Chance.between(random, 2, 20) * MINUTE;
      seat.answerSurvey(answered, Chance.of(random, keenness) ? CALL_ME : NOT_NOW);
    }
  }

  private void stayAway(RandomGenerator random, Seat seat, long registered) {
    if (Chance.of(random, 0.3)) {
      seat.cancel(OfficeHours.after(registered, Chance.between(random, MINUTE, 60 * MINUTE)));
      return;
    }
    seat.miss();
    if (Chance.of(random, 0.5)) {
      long later = Chance.between(random, MINUTE, OfficeHours.DAY);
      seat.watchRecording(OfficeHours.after(seat.end(), later), Chance.between(random, 5, 30));
    }
  }
}
