package io.leadpulse.jobs.stitch;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.jobs.record.LeadInput.Engaged;
import io.leadpulse.jobs.record.VisitorInput;
import io.leadpulse.jobs.record.VisitorInput.Linked;
import io.leadpulse.jobs.record.VisitorInput.Touched;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Inputs about visitors; Kafka gets each when it happens. */
final class Visits {
  /** An ordinary Monday noon in Tokyo. */
  static final long T = Instant.parse("2026-03-02T03:00:00Z").toEpochMilli();

  static final long HOUR = 3_600_000;
  static final long DAY = 24 * HOUR;

  private Visits() {}

  static VisitorInput page(String visitor, String event, long at) {
    return new Touched(visitor, pageOf("", event, at));
  }

  /** The page view as it is once its lead is known. */
  static Engaged pageOf(String lead, String event, long at) {
    return new Engaged(
        3,
        17,
        Engagement.of(EventKind.PAGE_VIEW, lead, event)
            .occurredAt(at)
            .recordedAt(at)
            .path("/pricing")
            .build());
  }

  /** By an engagement that named both. */
  static VisitorInput form(String visitor, String lead, long at) {
    return new Linked(visitor, lead, at, at, false);
  }

  /** By a record of its own. */
  static VisitorInput link(String visitor, String lead, long at) {
    return new Linked(visitor, lead, at, at, true);
  }

  /** Two weeks of some visitors and leads, some things twice, not all in order. */
  static List<VisitorInput> log(long seed, int inputs) {
    SplittableRandom random = new SplittableRandom(seed);
    List<VisitorInput> log = new ArrayList<>();
    while (log.size() < inputs) {
      long at = T + log.size() * (14 * DAY / inputs) - random.nextLong(HOUR);
      String visitor = "v-" + random.nextInt(1 + inputs / 20);
      String lead = "lead-" + random.nextInt(40) % (1 + random.nextInt(40));
      log.add(
          switch (random.nextInt(10)) {
            case 0 -> form(visitor, lead, at);
            case 1 -> link(visitor, lead, at);
            case 2 -> log.isEmpty() ? page(visitor, "e", at) : log.get(random.nextInt(log.size()));
            default -> page(visitor, "e" + log.size(), at);
          });
    }
    return log;
  }
}
