package io.leadpulse.cli.simulate;

import io.leadpulse.schemas.Exclusion;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** People to try scenes on, and what becomes of them. */
final class People {
  /** One browser that the site knows, on a desk. */
  static final Equipment PLAIN =
      new Equipment(
          Device.OFFICE_PC,
          Mailbox.PLAIN,
          List.of(browser("v-desk", true)),
          "v-shared",
          false,
          true);

  private People() {}

  static Browser browser(String visitorId, boolean known) {
    return new Browser(visitorId, Device.OFFICE_PC.agent(), "203.0.113.1", known);
  }

  static Person of(Persona persona, String leadId, Equipment equipment) {
    return new Person(
        leadId,
        persona,
        Company.NONE,
        Job.UNKNOWN,
        equipment,
        "rep-1",
        "team-east",
        Exclusion.NONE,
        null);
  }

  /** All that comes of one scene, in the order of time. */
  static List<Event> play(Scene scene, Person person, long seed, long start) {
    Diary diary = new Diary(person, new SplittableRandom(seed), Long.MAX_VALUE);
    scene.play(diary, start);
    List<Event> events = new ArrayList<>();
    for (Event event = diary.poll(); event != null; event = diary.poll()) {
      events.add(event);
    }
    return events;
  }
}
