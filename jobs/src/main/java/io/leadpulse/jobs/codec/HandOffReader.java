package io.leadpulse.jobs.codec;

import io.leadpulse.engine.handoff.Brief;
import io.leadpulse.engine.handoff.HotLead;
import io.leadpulse.engine.handoff.LeadNews;
import io.leadpulse.engine.handoff.SalesReport;
import io.leadpulse.engine.handoff.Standing;
import io.leadpulse.jobs.record.HandOffTopic;
import io.leadpulse.jobs.record.LeadMessage;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.schemas.Contribution;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.IdentityChange;
import io.leadpulse.schemas.IdentityChangeKind;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.ProfileSnapshot;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.SalesActivityReason;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.Touch;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what the hand-off is told of leads. Never throws, whatever the bytes are. For one thread at
 * a time.
 *
 * <p>What sales reports and who is to be erased is read by the scoring job too, which puts what it
 * refuses into the dead letters; here the same is left out.
 */
public final class HandOffReader {
  private static final int MOST_SIGNALS = 16;

  /** Why an alert is recalled of somebody who is to be forgotten, under whatever id. */
  private static final String ERASED = "erased";

  private final Map<String, HandOffTopic> topics = new HashMap<>();
  private final RecordDecoder<HotLeadAlert> alerts;
  private final RecordDecoder<LeadScore> scores;
  private final RecordDecoder<SalesActivity> activities;
  private final RecordDecoder<IdentityChange> identities;

  /**
   * @param topicPrefix the installation's, with its dot, such as {@code leadpulse.}
   */
  public HandOffReader(String topicPrefix, RecordFormat format) {
    HandOffTopic.ALL.forEach(topic -> topics.put(topic.topic(topicPrefix), topic));
    alerts = format.decoder(Topics.HOT_LEAD_ALERT, Limits.RESULT);
    scores = format.decoder(Topics.LEAD_SCORE, Limits.RESULT);
    activities = format.decoder(Topics.SALES_ACTIVITY, Limits.EVENT);
    identities = format.decoder(Topics.IDENTITY, Limits.EVENT);
  }

  /**
   * What a record says; nothing if that is not for the hand-off.
   *
   * @throws IllegalStateException if the job was wired to a topic that it does not know
   */
  public Reading<Optional<LeadMessage>> read(RawRecord raw) {
    HandOffTopic topic = topics.get(raw.topic());
    if (topic == null) {
      throw new IllegalStateException("the job reads " + raw.topic() + ", which it does not know");
    }
    return switch (topic) {
      case HOT_LEAD_ALERT -> of(alerts.decode(raw.value()), HandOffReader::alert);
      case LEAD_SCORE ->
          // Whose score is gone was cold before.
          raw.value() == null
              ? new Reading.Value<>(Optional.empty())
              : of(scores.decode(raw.value()), HandOffReader::standing);
      case SALES_ACTIVITY -> orNothing(of(activities.decode(raw.value()), HandOffReader::report));
      case IDENTITY -> orNothing(of(identities.decode(raw.value()), HandOffReader::erased));
    };
  }

  /** Reads a value of a record, or refuses it. */
  private interface Translation<V> {
    Optional<LeadMessage> of(V value) throws Refusal;
  }

  private static <V> Reading<Optional<LeadMessage>> of(
      Decoded<V> decoded, Translation<V> translation) {
    if (decoded instanceof Decoded.Failure<V> failure) {
      return new Reading.Refused<>(InputEnums.cause(failure.cause()), failure.detail());
    }
    try {
      return new Reading.Value<>(translation.of(((Decoded.Value<V>) decoded).value()));
    } catch (Refusal refusal) {
      return new Reading.Refused<>(refusal.reason(), String.valueOf(refusal.getMessage()));
    }
  }

  private static Reading<Optional<LeadMessage>> orNothing(Reading<Optional<LeadMessage>> reading) {
    return reading instanceof Reading.Refused ? new Reading.Value<>(Optional.empty()) : reading;
  }

  private static Optional<LeadMessage> alert(HotLeadAlert value) throws Refusal {
    String leadId = Checks.notBlank("leadId", value.getLeadId());
    long at = Checks.plausible("occurredAt", value.getOccurredAt().toEpochMilli());
    if (value.getCause().equals(ERASED)) {
      return Optional.of(new LeadMessage(leadId, at, new LeadNews.Erased()));
    }
    long entry = value.getEntryAt().toEpochMilli();
    ProfileSnapshot profile = value.getProfile();
    HotLead alert =
        new HotLead(
            HandOffEnums.alertType(value.getType()),
            value.getAlertId(),
            value.getMessageId(),
            leadId,
            value.getCause(),
            value.getIntentMilli(),
            entry == 0 ? at : entry,
            HotLead.routing(
                profile.getCountry(),
                profile.getIndustry(),
                profile.getEmployees(),
                profile.getOwner(),
                profile.getTeam()),
            brief(value),
            value.getTouches().stream()
                .map(touch -> touch.getOccurredAt().toEpochMilli())
                .toList());
    return Optional.of(new LeadMessage(leadId, at, alert));
  }

  private static Brief brief(HotLeadAlert value) {
    return new Brief(
        value.getScorecard(),
        value.getModelId(),
        value.getModelVersion(),
        value.getProfile().getAccountId(),
        value.getProfile().getCompany(),
        HandOffEnums.fit(value.getFit()),
        value.getRouting(),
        value.getTopics(),
        value.getContributions().stream()
            .filter(contribution -> contribution.getMilliPoints() > 0)
            .map(Contribution::getSignal)
            .limit(MOST_SIGNALS)
            .toList(),
        value.getTouches().stream()
            .map(Touch::getCampaign)
            .filter(campaign -> !campaign.isEmpty())
            .findFirst()
            .orElse(""),
        List.of(),
        value.getReasonJa(),
        value.getReasonEn());
  }

  private static Optional<LeadMessage> standing(LeadScore value) throws Refusal {
    String leadId = Checks.notBlank("leadId", value.getLeadId());
    long at = Checks.plausible("asOf", value.getAsOf().toEpochMilli());
    Standing standing =
        new Standing(
            leadId,
            value.getScorecard(),
            HandOffEnums.tier(value.getTier()),
            value.getHeld(),
            HandOffEnums.exclusion(value.getExclusion()),
            value.getTeam(),
            value.getOwner(),
            value.getAccountId(),
            value.getCompany(),
            HandOffEnums.fit(value.getFit()),
            value.getIntentMilli(),
            value.getTopics(),
            value.getModelId(),
            value.getModelVersion());
    return Optional.of(new LeadMessage(leadId, at, standing));
  }

  private static Optional<LeadMessage> report(SalesActivity value) throws Refusal {
    String leadId = Checks.notBlank("leadId", value.getLeadId());
    long at = Checks.plausible("occurredAt", value.getOccurredAt().toEpochMilli());
    SalesReport report =
        new SalesReport(
            Checks.notBlank("eventId", value.getEventId()),
            HandOffEnums.stage(value.getKind()),
            value.getStage(),
            reason(value.getReason()),
            value.getOwner(),
            value.getTeam(),
            at);
    return Optional.of(new LeadMessage(leadId, at, report));
  }

  private static String reason(SalesActivityReason reason) {
    return reason == SalesActivityReason.NONE || reason == SalesActivityReason.UNKNOWN
        ? ""
        : reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Optional<LeadMessage> erased(IdentityChange value) throws Refusal {
    if (value.getKind() != IdentityChangeKind.ERASE) {
      return Optional.empty();
    }
    String leadId = Checks.notBlank("leadId", value.getLeadId());
    long at = Checks.plausible("occurredAt", value.getOccurredAt().toEpochMilli());
    return Optional.of(new LeadMessage(leadId, at, new LeadNews.Erased()));
  }
}
