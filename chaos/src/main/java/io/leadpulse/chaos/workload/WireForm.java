package io.leadpulse.chaos.workload;

import io.leadpulse.chaos.workload.Entry.Act;
import io.leadpulse.chaos.workload.Entry.Portrait;
import io.leadpulse.chaos.workload.Entry.Report;
import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.EmailEngagementKind;
import io.leadpulse.schemas.Exclusion;
import io.leadpulse.schemas.LeadProfile;
import io.leadpulse.schemas.OfflineEngagement;
import io.leadpulse.schemas.OfflineEngagementKind;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.SalesActivityReason;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.WebinarEngagement;
import io.leadpulse.schemas.WebinarEngagementKind;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.time.Instant;

/** Writes entries as the contracts of their topics say. */
final class WireForm {
  private static final int SCHEDULED_MINUTES = 60;

  private final RecordEncoder<WebAccess> web = new RecordEncoder<>(Topics.WEB_ACCESS);
  private final RecordEncoder<EmailEngagement> mail = new RecordEncoder<>(Topics.EMAIL_ENGAGEMENT);
  private final RecordEncoder<WebinarEngagement> webinar =
      new RecordEncoder<>(Topics.WEBINAR_ENGAGEMENT);
  private final RecordEncoder<OfflineEngagement> offline =
      new RecordEncoder<>(Topics.OFFLINE_ENGAGEMENT);
  private final RecordEncoder<LeadProfile> profile = new RecordEncoder<>(Topics.LEAD_PROFILE);
  private final RecordEncoder<SalesActivity> sales = new RecordEncoder<>(Topics.SALES_ACTIVITY);

  byte[] of(Entry entry) {
    if (entry instanceof Report report) {
      return of(report);
    }
    if (entry instanceof Portrait portrait) {
      return of(portrait);
    }
    Act act = (Act) entry;
    return switch (act.lane()) {
      case WEB -> web(act);
      case MAIL -> mail(act);
      case WEBINAR -> webinar(act);
      case OFFLINE -> offline(act);
      case PROFILE, SALES -> throw new IllegalArgumentException("nobody acts in " + act.lane());
    };
  }

  private byte[] web(Act act) {
    WebAccess.Builder access =
        WebAccess.newBuilder()
            .setEventId(act.eventId())
            .setOccurredAt(Instant.ofEpochMilli(act.occurredAt()))
            .setLeadId(act.leadId())
            .setKind(WebAccessKind.PAGE_VIEW)
            .setOwnStaff(act.deed() == Deed.STAFF_PAGE);
    switch (act.deed()) {
      case PRICE_PAGE -> access.setPath("/pricing/plan-" + act.subject());
      case CAREERS_PAGE -> access.setPath("/careers/job-" + act.subject());
      case WHITE_PAPER ->
          access.setKind(WebAccessKind.FILE_DOWNLOAD).setAssetId("paper-" + act.subject());
      case DOCUMENT_REQUEST ->
          access
              .setKind(WebAccessKind.FORM_SUBMIT)
              .setFormId("document-request")
              .setAssetId("document-" + act.subject());
      case CONTACT_FORM -> access.setKind(WebAccessKind.FORM_SUBMIT).setFormId("contact");
      case SITE_SEARCH -> access.setKind(WebAccessKind.SITE_SEARCH).setSearchTerms("price");
      default -> access.setPath("/blog/" + act.subject());
    }
    return web.encode(access.build());
  }

  private byte[] mail(Act act) {
    EmailEngagementKind kind =
        switch (act.deed()) {
          case MAIL_CLICK -> EmailEngagementKind.CLICK;
          case MAIL_REPLY -> EmailEngagementKind.REPLY;
          default -> EmailEngagementKind.OPEN;
        };
    return mail.encode(
        EmailEngagement.newBuilder()
            .setEventId(act.eventId())
            .setOccurredAt(Instant.ofEpochMilli(act.occurredAt()))
            .setLeadId(act.leadId())
            .setKind(kind)
            .setMessageId("mail-1")
            .setLinkUrl(act.deed() == Deed.MAIL_CLICK ? "https://example.com/" + act.subject() : "")
            .setMachineOpen(act.deed() == Deed.MACHINE_OPEN)
            .build());
  }

  private byte[] webinar(Act act) {
    WebinarEngagementKind kind =
        switch (act.deed()) {
          case QUESTION -> WebinarEngagementKind.QUESTION_ASKED;
          case SURVEY -> WebinarEngagementKind.SURVEY_ANSWERED;
          default -> WebinarEngagementKind.ATTENDED;
        };
    return webinar.encode(
        WebinarEngagement.newBuilder()
            .setEventId(act.eventId())
            .setOccurredAt(Instant.ofEpochMilli(act.occurredAt()))
            .setLeadId(act.leadId())
            .setKind(kind)
            .setWebinarId("webinar-" + act.subject())
            .setScheduledMinutes(SCHEDULED_MINUTES)
            .setMinutes(act.deed() == Deed.LEFT_EARLY ? 10 : 50)
            .build());
  }

  private byte[] offline(Act act) {
    OfflineEngagementKind kind =
        switch (act.deed()) {
          case BOOTH -> OfflineEngagementKind.BOOTH_VISITED;
          case CARD -> OfflineEngagementKind.CARD_EXCHANGED;
          default -> OfflineEngagementKind.CALL_LOGGED;
        };
    return offline.encode(
        OfflineEngagement.newBuilder()
            .setEventId(act.eventId())
            .setOccurredAt(Instant.ofEpochMilli(act.occurredAt()))
            .setLeadId(act.leadId())
            .setKind(kind)
            .setEventName("Expo")
            .setCallOutcome(act.deed() == Deed.CALL_REQUESTED ? "call-requested" : "voicemail")
            .build());
  }

  private byte[] of(Report report) {
    return sales.encode(
        SalesActivity.newBuilder()
            .setEventId(report.eventId())
            .setOccurredAt(Instant.ofEpochMilli(report.occurredAt()))
            .setLeadId(report.leadId())
            .setKind(SalesActivityKind.valueOf(report.kind().name()))
            .setReason(SalesActivityReason.valueOf(report.reason().name()))
            .build());
  }

  private byte[] of(Portrait portrait) {
    Persona persona = portrait.persona();
    return profile.encode(
        LeadProfile.newBuilder()
            .setLeadId(portrait.leadId())
            .setUpdatedAt(Instant.ofEpochMilli(portrait.updatedAt()))
            .setCompany("Company of " + portrait.leadId())
            .setRole(persona.role())
            .setDepartment(persona.passesGate() ? "buying" : "no-budget")
            .setOwner(portrait.owner())
            .setExclusion(Exclusion.valueOf(persona.exclusion().name()))
            .build());
  }
}
