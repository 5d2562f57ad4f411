package io.leadpulse.jobs.codec;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.jobs.record.VisitorInput;
import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.IdentityChange;
import io.leadpulse.schemas.LeadProfile;
import io.leadpulse.schemas.OfflineEngagement;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebinarEngagement;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import java.time.Instant;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The plain way to read the records about leads, by Avro's classes: each whole, then what the
 * engine knows of it. What the job does instead is held against this.
 */
final class WholeRecords {
  private final Plain<?>[] readers = {
    new Plain<>(Topics.WEB_ACCESS, WholeRecords::web),
    new Plain<>(Topics.EMAIL_ENGAGEMENT, WholeRecords::email),
    new Plain<>(Topics.WEBINAR_ENGAGEMENT, WholeRecords::webinar),
    new Plain<>(Topics.OFFLINE_ENGAGEMENT, WholeRecords::offline),
    new Plain<>(Topics.LEAD_PROFILE, WholeRecords::profile),
    new Plain<>(Topics.SALES_ACTIVITY, WholeRecords::sales),
    new Plain<>(Topics.IDENTITY, WholeRecords::identity)
  };

  Reading<SourceInput> read(SourceTopic source, RawRecord raw) {
    return readers[source.ordinal()].read(raw);
  }

  private interface Translation<C> {
    SourceInput of(C value, RawRecord raw) throws Refusal;
  }

  private static final class Plain<C extends SpecificRecord> extends RecordReader<C, SourceInput> {
    private final RecordDecoder<C> decoder;
    private final Translation<C> translation;

    Plain(Subject<C> subject, Translation<C> translation) {
      decoder = new RecordDecoder<>(subject, Limits.EVENT);
      this.translation = translation;
    }

    @Override
    Decoded<C> decode(RawRecord raw) {
      return decoder.decode(raw.value());
    }

    @Override
    SourceInput translate(C value, RawRecord raw) throws Refusal {
      return translation.of(value, raw);
    }
  }

  private static SourceInput web(WebAccess value, RawRecord raw) throws Refusal {
    return engaged(
        raw,
        value.getLeadId(),
        value.getVisitorId(),
        begin(
                InputEnums.kind(value.getKind()),
                value.getEventId(),
                value.getOccurredAt(),
                raw,
                value.getLeadId(),
                value.getVisitorId())
            .path(value.getPath())
            .form(value.getFormId())
            .asset(value.getAssetId())
            .title(firstOf(value.getTitle(), value.getAssetTitle()))
            .topic(value.getTopic())
            .campaign(value.getCampaign())
            .session(value.getSessionId())
            .searchTerms(value.getSearchTerms())
            .method(value.getMethod())
            .status(value.getStatus())
            .dwellSeconds(value.getDwellSeconds())
            .scrollPercent(value.getScrollPercent())
            .ownStaff(value.getOwnStaff())
            .agent(value.getUserAgent())
            .ip(value.getIp()));
  }

  private static SourceInput email(EmailEngagement value, RawRecord raw) throws Refusal {
    return engaged(
        raw,
        value.getLeadId(),
        value.getVisitorId(),
        begin(
                InputEnums.kind(value.getKind()),
                value.getEventId(),
                value.getOccurredAt(),
                raw,
                value.getLeadId(),
                value.getVisitorId())
            .message(value.getMessageId())
            .title(value.getSubject())
            .link(firstOf(value.getLinkUrl(), value.getLinkId()))
            .topic(value.getTopic())
            .campaign(value.getCampaign())
            .machineOpen(value.getMachineOpen())
            .botClick(value.getBotClick())
            .ownStaff(value.getOwnStaff())
            .agent(value.getUserAgent())
            .ip(value.getIp()));
  }

  private static SourceInput webinar(WebinarEngagement value, RawRecord raw) throws Refusal {
    return engaged(
        raw,
        value.getLeadId(),
        value.getVisitorId(),
        begin(
                InputEnums.kind(value.getKind()),
                value.getEventId(),
                value.getOccurredAt(),
                raw,
                value.getLeadId(),
                value.getVisitorId())
            .webinar(value.getWebinarId())
            .title(value.getTitle())
            .minutes(value.getMinutes())
            .scheduledMinutes(value.getScheduledMinutes())
            .answers(value.getAnswers())
            .topic(value.getTopic())
            .campaign(value.getCampaign())
            .ownStaff(value.getOwnStaff()));
  }

  private static SourceInput offline(OfflineEngagement value, RawRecord raw) throws Refusal {
    return engaged(
        raw,
        value.getLeadId(),
        value.getVisitorId(),
        begin(
                InputEnums.kind(value.getKind()),
                value.getEventId(),
                value.getOccurredAt(),
                raw,
                value.getLeadId(),
                value.getVisitorId())
            .title(value.getEventName())
            .outcome(value.getCallOutcome())
            .topic(value.getTopic())
            .campaign(value.getCampaign())
            .ownStaff(value.getOwnStaff()));
  }

  private static EngagementBuilder begin(
      @Nullable EventKind kind,
      String eventId,
      Instant occurredAt,
      RawRecord raw,
      @Nullable String leadId,
      @Nullable String visitorId)
      throws Refusal {
    if (kind == null) {
      throw new Refusal(RefusalCause.UNKNOWN_KIND, "kind is none that this version knows");
    }
    Checks.notBlank("eventId", eventId);
    Checks.plausible("occurredAt", occurredAt.toEpochMilli());
    Checks.plausible("the record's timestamp", raw.recordedAt());
    if (leadId == null && (visitorId == null || visitorId.isBlank())) {
      throw new Refusal(RefusalCause.NO_LEAD, "names neither lead nor visitor");
    }
    return Engagement.of(kind, leadId == null ? "" : Checks.notBlank("leadId", leadId), eventId)
        .occurredAt(occurredAt.toEpochMilli())
        .recordedAt(raw.recordedAt());
  }

  private static String firstOf(String first, String second) {
    return first.isEmpty() ? second : first;
  }

  private static SourceInput engaged(
      RawRecord raw, @Nullable String leadId, @Nullable String visitorId, EngagementBuilder event) {
    LeadInput.Engaged engaged = new LeadInput.Engaged(raw.partition(), raw.offset(), event.build());
    return leadId == null
        ? new VisitorInput.Touched(Objects.requireNonNull(visitorId), engaged)
        : engaged;
  }

  private static SourceInput identity(IdentityChange value, RawRecord raw) throws Refusal {
    io.leadpulse.engine.identity.IdentityChange.Kind kind = InputEnums.kind(value.getKind());
    if (kind == null) {
      throw new Refusal(RefusalCause.UNKNOWN_KIND, "kind is none that this version knows");
    }
    Checks.notBlank("eventId", value.getEventId());
    Checks.notBlank("leadId", value.getLeadId());
    long occurredAt = Checks.plausible("occurredAt", value.getOccurredAt().toEpochMilli());
    Checks.plausible("the record's timestamp", raw.recordedAt());
    String visitorId = Objects.requireNonNullElse(value.getVisitorId(), "");
    String into = Objects.requireNonNullElse(value.getIntoLeadId(), "");
    return switch (kind) {
      case LINK -> {
        if (visitorId.isBlank()) {
          throw Refusal.invalid("a link names no visitorId");
        }
        yield new VisitorInput.Linked(
            visitorId, value.getLeadId(), occurredAt, raw.recordedAt(), true);
      }
      case MERGE -> {
        if (into.isBlank()) {
          throw Refusal.invalid("a merge names no intoLeadId");
        } else if (into.equals(value.getLeadId())) {
          throw Refusal.invalid("a merge names one lead as leadId and as intoLeadId");
        }
        yield identified(value, kind, into, raw);
      }
      case SPLIT, ERASE -> identified(value, kind, "", raw);
    };
  }

  private static LeadInput identified(
      IdentityChange value,
      io.leadpulse.engine.identity.IdentityChange.Kind kind,
      String other,
      RawRecord raw) {
    return new LeadInput.Identified(
        raw.partition(),
        raw.offset(),
        raw.recordedAt(),
        new io.leadpulse.engine.identity.IdentityChange(
            kind,
            value.getEventId(),
            value.getOccurredAt().toEpochMilli(),
            value.getLeadId(),
            other));
  }

  private static LeadInput profile(LeadProfile value, RawRecord raw) throws Refusal {
    Checks.notBlank("leadId", value.getLeadId());
    long updatedAt = Checks.plausible("updatedAt", value.getUpdatedAt().toEpochMilli());
    Checks.plausible("the record's timestamp", raw.recordedAt());
    Exclusion exclusion = InputEnums.exclusion(value.getExclusion());
    if (exclusion == null) {
      throw Refusal.invalid("exclusion is none that this version knows");
    }
    Profile profile =
        new Profile(
            updatedAt,
            value.getAccountId(),
            value.getCompany(),
            value.getDepartment(),
            value.getRole(),
            value.getCountry(),
            value.getIndustry(),
            value.getEmployees(),
            value.getOwner(),
            value.getTeam(),
            exclusion,
            Boolean.TRUE.equals(value.getConsent()),
            value.getEmailOptOut(),
            value.getAttributes());
    return new LeadInput.Profiled(
        raw.partition(), raw.offset(), raw.recordedAt(), value.getLeadId(), profile);
  }

  private static LeadInput sales(SalesActivity value, RawRecord raw) throws Refusal {
    io.leadpulse.engine.lead.SalesActivity.Kind kind = InputEnums.kind(value.getKind());
    if (kind == null) {
      throw new Refusal(RefusalCause.UNKNOWN_KIND, "kind is none that this version knows");
    }
    Checks.notBlank("eventId", value.getEventId());
    Checks.notBlank("leadId", value.getLeadId());
    long occurredAt = Checks.plausible("occurredAt", value.getOccurredAt().toEpochMilli());
    Checks.plausible("the record's timestamp", raw.recordedAt());
    boolean rejected = kind == io.leadpulse.engine.lead.SalesActivity.Kind.REJECTED;
    return new LeadInput.Reported(
        raw.partition(),
        raw.offset(),
        value.getLeadId(),
        new io.leadpulse.engine.lead.SalesActivity(
            value.getEventId(),
            kind,
            occurredAt,
            raw.recordedAt(),
            rejected ? InputEnums.exclusion(value.getReason()) : Exclusion.NONE));
  }
}
