package io.leadpulse.jobs.score;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.identity.IdentityChange;
import io.leadpulse.engine.lead.SalesActivity;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.record.LeadInput;
import java.time.Instant;
import java.util.Map;

/** Inputs by what they are; unless said otherwise Kafka gets an event when it happens. */
final class Inputs {
  /** An ordinary Monday noon in Tokyo. */
  static final long START = Instant.parse("2026-03-02T03:00:00Z").toEpochMilli();

  static final long MINUTE = 60_000;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  private static long offset;

  private Inputs() {}

  static LeadInput page(String lead, String event, long at, String path) {
    return engaged(of(EventKind.PAGE_VIEW, lead, event, at).path(path).session(event));
  }

  static LeadInput pricing(String lead, String event, long at) {
    return page(lead, event, at, "/pricing/plans");
  }

  static LeadInput webinar(String lead, String event, long at) {
    return engaged(of(EventKind.ATTENDED, lead, event, at).webinar(event).minutes(40));
  }

  static LeadInput contact(String lead, String event, long at) {
    return engaged(of(EventKind.FORM_SUBMIT, lead, event, at).form("contact"));
  }

  static LeadInput machineOpen(String lead, String event, long at) {
    return engaged(of(EventKind.OPEN, lead, event, at).machineOpen(true));
  }

  /** A click in the mail of the lead. */
  static LeadInput click(String lead, String event, long at, String path) {
    String link = "https://www.example.jp" + path;
    return engaged(of(EventKind.CLICK, lead, event, at).message("mail").link(link));
  }

  static EngagementBuilder of(EventKind kind, String lead, String event, long at) {
    return Engagement.of(kind, lead, event).occurredAt(at).recordedAt(at);
  }

  static LeadInput engaged(EngagementBuilder engagement) {
    return new LeadInput.Engaged(0, offset++, engagement.build());
  }

  static LeadInput profile(String lead, long updatedAt, Profile profile) {
    return new LeadInput.Profiled(0, offset++, updatedAt, lead, profile);
  }

  static LeadInput profileRemoved(String lead, long at) {
    return new LeadInput.ProfileRemoved(0, offset++, at, lead);
  }

  static Profile company(long updatedAt, String company, int employees) {
    return profileOf(updatedAt, company, employees, Exclusion.NONE);
  }

  static Profile competitor(long updatedAt) {
    return profileOf(updatedAt, "Rival", 0, Exclusion.COMPETITOR);
  }

  private static Profile profileOf(long updatedAt, String company, int employees, Exclusion why) {
    return new Profile(
        updatedAt, "acct", company, "", "", "JP", "", employees, "sato", "east", why, true, false,
        Map.of());
  }

  static LeadInput merge(String lead, String into) {
    return identified(IdentityChange.Kind.MERGE, lead, into);
  }

  static LeadInput split(String lead) {
    return identified(IdentityChange.Kind.SPLIT, lead, "");
  }

  static LeadInput erase(String lead) {
    return identified(IdentityChange.Kind.ERASE, lead, "");
  }

  private static LeadInput identified(IdentityChange.Kind kind, String lead, String other) {
    IdentityChange change = new IdentityChange(kind, "i" + offset, START, lead, other);
    return new LeadInput.Identified(0, offset++, START, change);
  }

  static LeadInput sales(String lead, String event, long at, SalesActivity.Kind kind) {
    SalesActivity activity = new SalesActivity(event, kind, at, at, Exclusion.NONE);
    return new LeadInput.Reported(0, offset++, lead, activity);
  }
}
