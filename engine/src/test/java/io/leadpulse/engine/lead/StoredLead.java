package io.leadpulse.engine.lead;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.release.CompiledModel;
import io.leadpulse.engine.release.ShippedModels;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A lead with something in every section of what is stored of it; always the same. */
final class StoredLead {
  private static final long START = Instant.parse("2027-01-11T01:00:00Z").toEpochMilli();
  private static final long HOUR = 3_600_000;
  private static final Profile PROFILE =
      new Profile(
          START, "", "", "", "部長", "JP", "it", 400, "", "", Exclusion.NONE, true, true, Map.of());

  private final LeadScorer scorer;
  private final LeadState state = new LeadState();
  private int events;

  private StoredLead() {
    CompiledModel model = ShippedModels.compiled("b2b-japan");
    scorer = LeadRun.scorer(model.model(), ScoringSettings.DEFAULT);
  }

  static LeadState make() {
    StoredLead lead = new StoredLead();
    lead.live();
    return lead.state;
  }

  /** The same as it was before verdicts could change: nothing of it can be taken back. */
  static LeadState makeSettled() {
    LeadState state = make();
    state.recent.clear();
    state.revisable.earlierKeys = null;
    return state;
  }

  private void live() {
    for (int i = 0; i < 6; i++) {
      take(EventKind.PAGE_VIEW, i * HOUR / 3, event -> event.path("/products/crm").title("製品"));
      take(EventKind.CLICK, i * 30L * HOUR, event -> event.message("m1").link("/news/spring"));
    }
    take(EventKind.OPEN, 31 * HOUR, event -> event.message("m1"));
    take(EventKind.PAGE_VIEW, 32 * HOUR, event -> event.path("/pricing").ownStaff(true));
    report("s1", SalesActivity.Kind.ACCEPTED, 40);
    report("s2", SalesActivity.Kind.LOST, 60);
    int[] marks = state.sales.markHours;
    report("s3", SalesActivity.Kind.RECYCLED, 61);
    // In the days of layout 1 it set no mark.
    state.sales.markHours = marks;
    take(EventKind.FILE_DOWNLOAD, 62 * HOUR, event -> event.form("f").asset("crm").topic("crm"));
    take(EventKind.FORM_SUBMIT, 63 * HOUR, event -> event.form("contact").campaign("春"));
    scorer.onTime(state, LeadLog.LEAD, Hours.of(START + 100 * HOUR), () -> PROFILE);
    take(EventKind.PAGE_VIEW, 12 * HOUR, event -> event.path("/pricing/late"));
    scorer.foresee(state, LeadLog.LEAD, () -> PROFILE);
    state.timerHour(state.nextDue());
  }

  private void take(EventKind kind, long after, UnaryOperator<EngagementBuilder> more) {
    long at = START + after;
    EngagementBuilder event =
        Engagement.of(kind, LeadLog.LEAD, "event-" + events++).occurredAt(at).recordedAt(at);
    Step step = scorer.onEngagement(state, more.apply(event).build(), () -> PROFILE);
    if (step.outcome() == Outcome.PENDING) {
      scorer.onQuarantineEnd(state, LeadLog.LEAD, step.heldUntil(), () -> PROFILE);
    }
  }

  private void report(String id, SalesActivity.Kind kind, int hours) {
    long at = START + hours * HOUR;
    scorer.onSalesActivity(
        state, LeadLog.LEAD, new SalesActivity(id, kind, at, at, Exclusion.NONE), () -> PROFILE);
  }
}
