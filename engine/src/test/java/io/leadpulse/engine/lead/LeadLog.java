package io.leadpulse.engine.lead;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Random histories of one lead, as inputs in the order of time. */
final class LeadLog {
  static final String LEAD = "lead-1";

  private static final long END_MILLIS = Hours.startMillis(500_000);
  private static final long KAFKA_START = END_MILLIS;

  private LeadLog() {}

  /** An input of one lead. */
  sealed interface Input {
    long at();
  }

  record Act(Engagement event) implements Input {
    @Override
    public long at() {
      return event.occurredAt();
    }

    @Override
    public String toString() {
      return event.toString();
    }
  }

  record Known(Profile profile) implements Input {
    @Override
    public long at() {
      return profile.updatedAt();
    }
  }

  record Sold(SalesActivity activity) implements Input {
    @Override
    public long at() {
      return activity.occurredAt();
    }
  }

  /** Engagements only. */
  static List<Input> acts(SplittableRandom random, ScoringModel model, int spanHours) {
    List<Input> inputs = new ArrayList<>();
    int size = random.nextInt(20);
    long at = END_MILLIS - random.nextLong(spanHours * Hours.MILLIS);
    for (int i = 0; i < size; i++) {
      boolean near = random.nextInt(4) > 0;
      at =
          near
              ? Math.min(END_MILLIS, at + random.nextLong(20 * Hours.MILLIS))
              : END_MILLIS - random.nextLong(spanHours * Hours.MILLIS);
      inputs.add(new Act(act(random, model, i, at)));
    }
    inputs.sort(Comparator.comparingLong(Input::at));
    return inputs;
  }

  /** The same as {@link #mixed}, where an engagement may be followed by more in its own hour. */
  static List<Input> sessions(SplittableRandom random, ScoringModel model, int spanHours) {
    List<Input> inputs = new ArrayList<>();
    for (Input first : acts(random, model, spanHours)) {
      inputs.add(first);
      int hits = random.nextInt(6);
      for (int i = 0; i < hits; i++) {
        long at = first.at() + random.nextLong(20 * 60_000L);
        inputs.add(new Act(act(random, model, 100 + inputs.size(), at)));
      }
    }
    return withOthers(inputs, random, spanHours);
  }

  /** Engagements and reports of sales. */
  static List<Input> reported(SplittableRandom random, ScoringModel model, int spanHours) {
    List<Input> inputs = acts(random, model, spanHours);
    int reports = random.nextInt(5);
    for (int i = 0; i < reports; i++) {
      inputs.add(sales(random, i, END_MILLIS - random.nextLong(spanHours * Hours.MILLIS)));
    }
    return inputs;
  }

  /** Engagements, profiles and reports of sales. */
  static List<Input> mixed(SplittableRandom random, ScoringModel model, int spanHours) {
    return withOthers(acts(random, model, spanHours), random, spanHours);
  }

  private static List<Input> withOthers(
      List<Input> inputs, SplittableRandom random, int spanHours) {
    int others = random.nextInt(5);
    for (int i = 0; i < others; i++) {
      long at = END_MILLIS - random.nextLong(spanHours * Hours.MILLIS);
      inputs.add(random.nextBoolean() ? profile(random, at) : sales(random, i, at));
    }
    inputs.sort(Comparator.comparingLong(Input::at));
    return inputs;
  }

  private static Engagement act(SplittableRandom random, ScoringModel model, int i, long at) {
    int signal = random.nextInt(model.signals().size() - 1);
    return Engagement.of(EventKind.FORM_SUBMIT, LEAD, "e" + i)
        .occurredAt(at)
        .recordedAt(KAFKA_START + i * 60_000L)
        .form("f" + signal)
        .asset("a" + random.nextInt(3))
        .topic(random.nextBoolean() ? "crm" : "")
        .ownStaff(random.nextInt(20) == 0)
        .build();
  }

  private static Input profile(SplittableRandom random, long at) {
    Exclusion exclusion = random.nextInt(4) == 0 ? Exclusion.COMPETITOR : Exclusion.NONE;
    return new Known(
        new Profile(
            at,
            "account",
            "company",
            "",
            "",
            "JP",
            "",
            random.nextInt(500),
            "",
            "",
            exclusion,
            random.nextBoolean(),
            random.nextBoolean(),
            Map.of()));
  }

  private static Input sales(SplittableRandom random, int i, long at) {
    SalesActivity.Kind[] kinds = SalesActivity.Kind.values();
    SalesActivity.Kind kind =
        random.nextInt(3) == 0 ? SalesActivity.Kind.WON : kinds[random.nextInt(kinds.length)];
    boolean excludes = kind == SalesActivity.Kind.REJECTED && random.nextBoolean();
    Exclusion exclusion = excludes ? Exclusion.COMPETITOR : Exclusion.NONE;
    return new Sold(new SalesActivity("s" + i, kind, at, KAFKA_START, exclusion));
  }
}
