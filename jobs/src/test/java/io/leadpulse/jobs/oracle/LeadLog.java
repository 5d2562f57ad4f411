package io.leadpulse.jobs.oracle;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.lead.SalesActivity;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.record.LeadInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/** Makes logs of inputs from a seed: the same seed, the same log. */
public final class LeadLog {
  /** When the first event happens. */
  public static final long START = Instant.parse("2024-01-15T00:00:00Z").toEpochMilli();

  private static final long DAY = 86_400_000;
  private static final long RECORDS_APART = 50;
  private static final List<String> ROLES = List.of("executive", "manager", "staff", "student");
  private static final int BEHIND = 300;

  private final SplittableRandom random;
  private final LogShape shape;
  private final List<LongFunction<LeadInput>> drafts = new ArrayList<>();
  private long offset;

  private LeadLog(long seed, LogShape shape) {
    random = new SplittableRandom(seed);
    this.shape = shape;
  }

  /** A log in the order in which Kafka got it, long after all of it happened. */
  public static List<LeadInput> of(long seed, LogShape shape) {
    return new LeadLog(seed, shape).inputs();
  }

  /** When Kafka got an input of a log, epoch milliseconds. */
  public static long recordedAt(LogShape shape, int position) {
    return START + (shape.days() + 1) * DAY + position * RECORDS_APART;
  }

  private List<LeadInput> inputs() {
    List<LeadInput> inputs = new ArrayList<>(shape.inputs());
    if (!shape.lively()) {
      for (int lead = 0; lead < shape.leads(); lead += 2) {
        drafts.add(profile("lead-" + lead, START, anyProfile(START)));
      }
    }
    while (drafts.size() < shape.inputs()) {
      drafts.add(next(drafts.size()));
    }
    for (LongFunction<LeadInput> draft : drafts) {
      inputs.add(draft.apply(recordedAt(shape, inputs.size())));
    }
    return inputs;
  }

  private LongFunction<LeadInput> next(int position) {
    long at = START + position * (shape.days() * DAY / shape.inputs());
    long late =
        random.nextInt(5) == 0 && shape.lateMillis() > 0 ? random.nextLong(shape.lateMillis()) : 0;
    return switch (random.nextInt(20)) {
      case 0 -> drafts.isEmpty() ? engagement(at) : drafts.get(recent());
      case 1 -> shape.lively() ? profile(anyLead(), at, anyProfile(at - late)) : engagement(at);
      case 2 -> sales(at - late);
      default -> engagement(at - late);
    };
  }

  private int recent() {
    return drafts.size() - 1 - random.nextInt(Math.min(drafts.size(), BEHIND));
  }

  /** Some leads are far busier than others. */
  private String anyLead() {
    double place = random.nextDouble();
    return "lead-" + (int) (place * place * shape.leads());
  }

  private LongFunction<LeadInput> engagement(long at) {
    Behaviour behaviour = Behaviour.any(random);
    EventKind kind = behaviour.kind();
    EngagementBuilder draft = Engagement.of(kind, anyLead(), "e" + drafts.size()).occurredAt(at);
    behaviour.fill(draft, random);
    return recordedAt -> new LeadInput.Engaged(0, offset++, draft.recordedAt(recordedAt).build());
  }

  private LongFunction<LeadInput> profile(String lead, long at, Profile profile) {
    return recordedAt -> new LeadInput.Profiled(0, offset++, recordedAt, lead, profile);
  }

  private Profile anyProfile(long updatedAt) {
    Exclusion exclusion = random.nextInt(10) == 0 ? Exclusion.COMPETITOR : Exclusion.NONE;
    return new Profile(
        updatedAt,
        "acct-" + random.nextInt(20),
        "Company " + random.nextInt(20),
        "",
        ROLES.get(random.nextInt(ROLES.size())),
        "JP",
        "it",
        random.nextInt(500),
        "sato",
        "east",
        exclusion,
        random.nextBoolean(),
        random.nextInt(5) == 0,
        random.nextBoolean() ? Map.of("budget", "confirmed") : Map.of());
  }

  private LongFunction<LeadInput> sales(long at) {
    String lead = anyLead();
    String id = "s" + drafts.size();
    SalesActivity.Kind[] kinds = SalesActivity.Kind.values();
    SalesActivity.Kind kind =
        random.nextBoolean() ? SalesActivity.Kind.RECYCLED : kinds[random.nextInt(kinds.length)];
    Exclusion why =
        kind == SalesActivity.Kind.REJECTED && random.nextBoolean()
            ? Exclusion.PARTNER
            : Exclusion.NONE;
    return recordedAt ->
        new LeadInput.Reported(0, offset++, lead, new SalesActivity(id, kind, at, recordedAt, why));
  }
}
