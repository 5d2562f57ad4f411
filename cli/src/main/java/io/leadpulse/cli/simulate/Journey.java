package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Setting;
import io.leadpulse.schemas.Topics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What one lead does in two weeks, in the order of time; ends at a given instant. */
final class Journey {
  /** Working days that any 14 days in a row hold. */
  static final int WORKING_DAYS = 10;

  /** The same in milliseconds of office hours. */
  static final long WORKING_TIME = WORKING_DAYS * OfficeHours.DAY;

  private final Diary diary;
  private final List<Beginning> scenes;
  private int played;

  /**
   * @param end nothing happens after this instant, in epoch milliseconds
   */
  Journey(Person person, RandomGenerator random, long end) {
    diary = new Diary(person, random, end);
    scenes = draw(person.persona().parts(), random, end);
    if (!person.persona().isNobody()) {
      long first = scenes.isEmpty() ? end : scenes.get(0).at();
      diary.write(
          first, Topics.LEAD_PROFILE, person.profile(first).build(), Doing.staff(Setting.CRM));
    }
  }

  private static List<Beginning> draw(List<Part> parts, RandomGenerator random, long end) {
    List<Beginning> drawn = new ArrayList<>();
    for (Part part : parts) {
      int times = part.drawTimes(random);
      for (int i = 0; i < times; i++) {
        drawn.add(new Beginning(part.drawStart(random, end), part.scene()));
      }
    }
    Collections.sort(drawn);
    return drawn;
  }

  /** When the next event happens; {@link Long#MAX_VALUE} if the journey is over. */
  long nextAt() {
    while (played < scenes.size() && scenes.get(played).at() < diary.nextAt()) {
      Beginning next = scenes.get(played++);
      next.scene().play(diary, next.at());
    }
    return diary.nextAt();
  }

  /** The next event; null if the journey is over. */
  @Nullable Event next() {
    nextAt();
    return diary.poll();
  }

  Person person() {
    return diary.person();
  }

  /** Events that are written down and not read. */
  int pending() {
    return diary.size();
  }

  /** A scene with the instant it begins at. */
  private record Beginning(long at, Scene scene) implements Comparable<Beginning> {
    @Override
    public int compareTo(Beginning other) {
      return Long.compare(at, other.at);
    }
  }
}
