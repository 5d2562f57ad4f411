package io.leadpulse.chaos.workload;

import io.leadpulse.chaos.workload.Entry.Act;
import io.leadpulse.chaos.workload.Entry.Portrait;
import io.leadpulse.chaos.workload.Entry.Report;
import io.leadpulse.engine.lead.SalesActivity;
import io.leadpulse.engine.profile.Exclusion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** All records of one lead, from the seed and the lead's number. */
final class LeadLife {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long END = Calendar.START.plus(Calendar.SPAN).toEpochMilli();
  private static final int SUBJECTS = 6;
  private static final Map<Lane, List<Deed>> DEEDS = new EnumMap<>(Lane.class);

  static {
    Lane.ENGAGEMENTS.forEach(lane -> DEEDS.put(lane, Deed.likely(lane)));
  }

  private final SplittableRandom random;
  private final int lead;
  private final Lane lane;
  private final Persona persona;
  private final List<Entry> entries = new ArrayList<>();
  private long now;
  private int events;

  private LeadLife(long seed, int lead) {
    random = new SplittableRandom(seed * 1_000_003 + lead);
    this.lead = lead;
    lane = Lane.ENGAGEMENTS.get(lead % Lane.ENGAGEMENTS.size());
    persona =
        random.nextInt(3) == 0
            ? Persona.UNKNOWN
            : Persona.values()[random.nextInt(Persona.values().length)];
    // Earlier ones more often, so that the feed is dense from its beginning.
    double start = random.nextDouble();
    now = Calendar.START.toEpochMilli() + (long) (start * start * 20 * DAY);
  }

  static List<Entry> of(long seed, int lead) {
    return new LeadLife(seed, lead).live();
  }

  private List<Entry> live() {
    if (persona != Persona.UNKNOWN) {
      portray("sato");
    }
    while (now < END) {
      burst();
      switch (random.nextInt(6)) {
        case 0, 1 -> sell();
        case 2 -> portrayAgain();
        default -> now += random.nextLong(6 * DAY);
      }
    }
    entries.removeIf(entry -> entry.feedAt() >= END);
    return entries;
  }

  private void changeLane() {
    now += Calendar.LANE_GAP.toMillis() + random.nextLong(DAY);
  }

  private void portray(String owner) {
    entries.add(new Portrait(lead, persona, owner, now, now));
    changeLane();
  }

  /** Another owner is news, but changes nobody's mind; or the same profile once more. */
  private void portrayAgain() {
    if (persona == Persona.UNKNOWN) {
      return;
    }
    changeLane();
    if (random.nextBoolean()) {
      portray("suzuki-" + events);
    } else {
      Portrait last = null;
      for (Entry entry : entries) {
        last = entry instanceof Portrait portrait ? portrait : last;
      }
      if (last != null) {
        entries.add(new Portrait(lead, persona, last.owner(), last.updatedAt(), now));
      }
      changeLane();
    }
  }

  private void burst() {
    int acts = 3 + random.nextInt(12);
    long latest = now;
    for (int i = 0; i < acts; i++) {
      Act act = act();
      entries.add(act);
      latest = Math.max(latest, now);
      if (random.nextInt(16) == 0) {
        Act copy = act.sentAt(now + random.nextLong(Calendar.COPIES.toMillis()));
        entries.add(copy);
        latest = Math.max(latest, copy.feedAt());
      }
      now += random.nextLong(8 * HOUR);
    }
    now = Math.max(now, latest) + 1;
  }

  private Act act() {
    List<Deed> deeds = DEEDS.get(lane);
    Deed deed = deeds.get(random.nextInt(deeds.size()));
    return new Act(lead, nextId(), deed, random.nextInt(SUBJECTS), now, now - lateness());
  }

  /** One in six comes late. */
  private long lateness() {
    long most = random.nextInt(6) == 0 ? Calendar.LATENESS.toMillis() : 60_000;
    return random.nextLong(most);
  }

  private String nextId() {
    events++;
    return lead + "-" + events;
  }

  private void sell() {
    changeLane();
    switch (random.nextInt(6)) {
      case 0 -> report(SalesActivity.Kind.LOST, Exclusion.NONE);
      case 1 -> report(SalesActivity.Kind.REJECTED, Exclusion.COMPETITOR);
      case 2 -> {
        report(SalesActivity.Kind.ACCEPTED, Exclusion.NONE);
        report(SalesActivity.Kind.LOST, Exclusion.NONE);
      }
      case 3 -> {
        report(SalesActivity.Kind.ACCEPTED, Exclusion.NONE);
        report(SalesActivity.Kind.RECYCLED, Exclusion.NONE);
      }
      case 4 -> {
        report(SalesActivity.Kind.ACCEPTED, Exclusion.NONE);
        report(SalesActivity.Kind.WON, Exclusion.NONE);
      }
      default -> report(SalesActivity.Kind.ACCEPTED, Exclusion.NONE);
    }
    changeLane();
  }

  private void report(SalesActivity.Kind kind, Exclusion reason) {
    Report report = new Report(lead, nextId(), kind, reason, now, now - lateness());
    entries.add(report);
    if (random.nextInt(8) == 0) {
      entries.add(report);
    }
    now += random.nextLong(DAY);
  }
}
