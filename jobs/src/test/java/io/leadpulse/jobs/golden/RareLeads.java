package io.leadpulse.jobs.golden;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.lead.SalesActivity;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.jobs.oracle.LeadLog;
import io.leadpulse.jobs.oracle.LogShape;
import io.leadpulse.jobs.record.LeadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Leads whose state holds what those of a random log seldom do. */
public final class RareLeads {
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;

  /** Behind all others. */
  private static final long FIRST_OFFSET = 10_000;

  private final List<LeadInput> inputs = new ArrayList<>();
  private final LogShape shape;
  private long recordedAt;
  private long occursAt;

  private RareLeads(LogShape shape) {
    this.shape = shape;
  }

  /**
   * What they do.
   *
   * @param shape of the log that it is to be mixed with
   * @param first position in that log beside which they do something
   * @param last the same of those whose state would not last
   */
  public static List<LeadInput> inputs(LogShape shape, int first, int last) {
    RareLeads leads = new RareLeads(shape);
    leads.at(first);
    leads.page("rare-reader");
    leads.page("rare-reader");
    leads.contact("rare-partner");
    leads.sales("rare-partner", SalesActivity.Kind.REJECTED, Exclusion.PARTNER);
    leads.contact("rare-loser");
    leads.sales("rare-loser", SalesActivity.Kind.LOST, Exclusion.NONE);
    leads.page("rare-held");
    leads.sales("rare-held", SalesActivity.Kind.ACCEPTED, Exclusion.NONE);
    leads.document("rare-waiting");
    leads.document("rare-held");
    leads.page("rare-held");
    leads.at(last);
    // What comes back within the cooldown waits for its end.
    leads.document("rare-pending");
    leads.sales("rare-pending", SalesActivity.Kind.REJECTED, Exclusion.PARTNER);
    leads.sales("rare-pending", SalesActivity.Kind.RECYCLED, Exclusion.NONE);
    leads.document("rare-pending");
    return leads.inputs;
  }

  /** Goes on beside an input of the log. */
  private void at(int position) {
    recordedAt = LeadLog.recordedAt(shape, position);
    occursAt = LeadLog.START + position * (shape.days() * DAY / shape.inputs());
  }

  private void page(String lead) {
    act(lead, EventKind.PAGE_VIEW, act -> act.path("/company"));
  }

  private void contact(String lead) {
    act(lead, EventKind.FORM_SUBMIT, act -> act.form("contact"));
  }

  private void document(String lead) {
    act(lead, EventKind.FORM_SUBMIT, act -> act.form("siryou").asset("a" + inputs.size()));
  }

  private void act(String lead, EventKind kind, UnaryOperator<EngagementBuilder> details) {
    EngagementBuilder act =
        Engagement.of(kind, lead, "rare-" + inputs.size()).occurredAt(now()).recordedAt(recordedAt);
    inputs.add(new LeadInput.Engaged(0, offset(), details.apply(act).build()));
  }

  private void sales(String lead, SalesActivity.Kind kind, Exclusion why) {
    SalesActivity activity =
        new SalesActivity("rare-" + inputs.size(), kind, now(), recordedAt, why);
    inputs.add(new LeadInput.Reported(0, offset(), lead, activity));
  }

  private long now() {
    return occursAt + inputs.size() * MINUTE;
  }

  private long offset() {
    return FIRST_OFFSET + inputs.size();
  }
}
