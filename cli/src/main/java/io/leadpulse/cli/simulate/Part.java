package io.leadpulse.cli.simulate;

import java.util.random.RandomGenerator;

/**
 * A scene's place in a story.
 *
 * @param least how often it is played at least
 * @param most how often it is played at most
 * @param from earliest beginning, in working days before the end of the story
 * @param to latest beginning, in working days before the end of the story; above 0, so that a visit
 *     is over by then
 */
record Part(Scene scene, int least, int most, double from, double to) {
  Part {
    if (least < 0 || most < least || to <= 0 || from < to || from > Journey.WORKING_DAYS) {
      throw new IllegalArgumentException(
          least + " to " + most + " times, " + from + " to " + to + " days before the end");
    }
  }

  int drawTimes(RandomGenerator random) {
    return Chance.between(random, least, most);
  }

  /** An instant for the scene to begin at, within office hours. */
  long drawStart(RandomGenerator random, long end) {
    double before = from - (from - to) * random.nextDouble();
    return OfficeHours.after(end, -(long) (before * OfficeHours.DAY));
  }
}
