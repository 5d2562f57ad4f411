package io.leadpulse.jobs.oracle;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.LeadInput.Engaged;
import io.leadpulse.jobs.record.LeadInput.Identified;
import io.leadpulse.jobs.record.LeadInput.Profiled;
import io.leadpulse.jobs.record.LeadInput.Reported;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.EmailEngagementKind;
import io.leadpulse.schemas.Exclusion;
import io.leadpulse.schemas.IdentityChange;
import io.leadpulse.schemas.IdentityChangeKind;
import io.leadpulse.schemas.LeadProfile;
import io.leadpulse.schemas.OfflineEngagement;
import io.leadpulse.schemas.OfflineEngagementKind;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.SalesActivityReason;
import io.leadpulse.schemas.ScoringModelRelease;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.WebinarEngagement;
import io.leadpulse.schemas.WebinarEngagementKind;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes inputs as the records that Kafka would bring of them. */
public final class RawLog {
  private final RecordEncoder<WebAccess> web = new RecordEncoder<>(Topics.WEB_ACCESS);
  private final RecordEncoder<EmailEngagement> mail = new RecordEncoder<>(Topics.EMAIL_ENGAGEMENT);
  private final RecordEncoder<WebinarEngagement> webinar =
      new RecordEncoder<>(Topics.WEBINAR_ENGAGEMENT);
  private final RecordEncoder<OfflineEngagement> offline =
      new RecordEncoder<>(Topics.OFFLINE_ENGAGEMENT);
  private final RecordEncoder<LeadProfile> profile = new RecordEncoder<>(Topics.LEAD_PROFILE);
  private final RecordEncoder<SalesActivity> sales = new RecordEncoder<>(Topics.SALES_ACTIVITY);
  private final RecordEncoder<IdentityChange> identities = new RecordEncoder<>(Topics.IDENTITY);
  private final RecordEncoder<ScoringModelRelease> models =
      new RecordEncoder<>(Topics.SCORING_MODEL);
  private final String topicPrefix;

  public RawLog(String topicPrefix) {
    this.topicPrefix = topicPrefix;
  }

  public RawRecord of(LeadInput input) {
    return record(input, value(input));
  }

  public RawRecord of(Release release) {
    byte[] value =
        models.encode(
            ScoringModelRelease.newBuilder()
                .setModelId(release.modelId())
                .setVersion(release.version())
                .setEffectiveAt(Instant.ofEpochMilli(release.effectiveAt()))
                .setYaml(release.yaml())
                .setSha256(release.sha256())
                .build());
    String topic = Topics.SCORING_MODEL.topic(topicPrefix);
    return new RawRecord(topic, 0, release.version(), LeadLog.START, null, value);
  }

  /** A record in the place of an input whose bytes nobody can read. */
  public RawRecord damaged(LeadInput input) {
    byte[] value = value(input);
    value[0] ^= 0x5A;
    return record(input, value);
  }

  private RawRecord record(LeadInput input, byte[] value) {
    return new RawRecord(
        input.source().topic(topicPrefix),
        input.partition(),
        input.offset(),
        input.recordedAt(),
        input.leadId().getBytes(StandardCharsets.UTF_8),
        value);
  }

  private byte[] value(LeadInput input) {
    if (input instanceof Engaged engaged) {
      return switch (engaged.engagement().channel()) {
        case WEB -> web(engaged.engagement());
        case EMAIL -> mail(engaged.engagement());
        case WEBINAR -> webinar(engaged.engagement());
        case OFFLINE -> offline(engaged.engagement());
      };
    }
    if (input instanceof Identified identified) {
      return identity(identified.change());
    }
    return input instanceof Profiled profiled
        ? profile(profiled.leadId(), profiled.profile())
        : sales((Reported) input);
  }

  private byte[] web(Engagement event) {
    return web.encode(
        WebAccess.newBuilder()
            .setEventId(event.eventId())
            .setOccurredAt(Instant.ofEpochMilli(event.occurredAt()))
            .setLeadId(event.leadId())
            .setKind(WebAccessKind.valueOf(event.kind().name()))
            .setPath(event.path())
            .setFormId(event.form())
            .setAssetId(event.asset())
            .setSearchTerms(event.searchTerms())
            .setSessionId(event.session())
            .setOwnStaff(event.ownStaff())
            .build());
  }

  private byte[] mail(Engagement event) {
    return mail.encode(
        EmailEngagement.newBuilder()
            .setEventId(event.eventId())
            .setOccurredAt(Instant.ofEpochMilli(event.occurredAt()))
            .setLeadId(event.leadId())
            .setKind(EmailEngagementKind.valueOf(event.kind().name()))
            .setMessageId(event.message())
            .setLinkUrl(event.link())
            .setMachineOpen(event.machineOpen())
            .build());
  }

  private byte[] webinar(Engagement event) {
    return webinar.encode(
        WebinarEngagement.newBuilder()
            .setEventId(event.eventId())
            .setOccurredAt(Instant.ofEpochMilli(event.occurredAt()))
            .setLeadId(event.leadId())
            .setKind(WebinarEngagementKind.valueOf(event.kind().name()))
            .setWebinarId(event.webinar())
            .setMinutes(event.minutes())
            .setScheduledMinutes(event.scheduledMinutes())
            .setAnswers(event.answers())
            .build());
  }

  private byte[] offline(Engagement event) {
    return offline.encode(
        OfflineEngagement.newBuilder()
            .setEventId(event.eventId())
            .setOccurredAt(Instant.ofEpochMilli(event.occurredAt()))
            .setLeadId(event.leadId())
            .setKind(OfflineEngagementKind.valueOf(event.kind().name()))
            .setEventName(event.title())
            .setCallOutcome(event.outcome())
            .build());
  }

  private byte[] profile(String leadId, Profile known) {
    return profile.encode(
        LeadProfile.newBuilder()
            .setLeadId(leadId)
            .setUpdatedAt(Instant.ofEpochMilli(known.updatedAt()))
            .setAccountId(known.accountId())
            .setCompany(known.company())
            .setDepartment(known.department())
            .setRole(known.role())
            .setCountry(known.country())
            .setIndustry(known.industry())
            .setEmployees(known.employees())
            .setOwner(known.owner())
            .setTeam(known.team())
            .setExclusion(Exclusion.valueOf(known.exclusion().name()))
            .setConsent(known.consent())
            .setEmailOptOut(known.emailOptOut())
            .setAttributes(known.attributes())
            .build());
  }

  private byte[] identity(io.leadpulse.engine.identity.IdentityChange change) {
    IdentityChange.Builder record =
        IdentityChange.newBuilder()
            .setEventId(change.eventId())
            .setOccurredAt(Instant.ofEpochMilli(change.occurredAt()))
            .setLeadId(change.leadId())
            .setKind(IdentityChangeKind.valueOf(change.kind().name()));
    if (!change.otherId().isEmpty()) {
      record.setIntoLeadId(change.otherId());
    }
    return identities.encode(record.build());
  }

  private byte[] sales(Reported reported) {
    io.leadpulse.engine.lead.SalesActivity activity = reported.activity();
    return sales.encode(
        SalesActivity.newBuilder()
            .setEventId(activity.eventId())
            .setOccurredAt(Instant.ofEpochMilli(activity.occurredAt()))
            .setLeadId(reported.leadId())
            .setKind(SalesActivityKind.valueOf(activity.kind().name()))
            .setReason(SalesActivityReason.valueOf(activity.exclusion().name()))
            .build());
  }
}
