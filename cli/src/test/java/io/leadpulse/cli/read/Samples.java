package io.leadpulse.cli.read;

import io.leadpulse.cli.model.ReleaseLog;
import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.Contribution;
import io.leadpulse.schemas.Cut;
import io.leadpulse.schemas.Fit;
import io.leadpulse.schemas.FunnelStats;
import io.leadpulse.schemas.HandOff;
import io.leadpulse.schemas.HandOffKind;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.ProfileSnapshot;
import io.leadpulse.schemas.ScoringModelRelease;
import io.leadpulse.schemas.Tier;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.Touch;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows and alerts as the job writes them, judged by the default model as version 3. */
final class Samples {
  static final String CARD = "new-business";
  static final Instant NOON = Instant.parse("2026-01-22T03:00:00Z");

  private Samples() {}

  /** A WARM row without contributions. */
  static LeadScore.Builder score(String leadId, long intentMilli) {
    return LeadScore.newBuilder()
        .setLeadId(leadId)
        .setScorecard(CARD)
        .setTier(Tier.WARM)
        .setIntentMilli(intentMilli)
        .setAsOf(NOON)
        .setModelId("b2b-japan")
        .setModelVersion(3);
  }

  /** A HOT row whose parts add up, with a cap and a damper at work. */
  static LeadScore hot(String leadId) {
    return score(leadId, 76_245)
        .setCompany("株式会社ひかり製作所")
        .setAccountId("hikari")
        .setOwner("tanaka")
        .setTier(Tier.HOT)
        .setFit(Fit.A)
        .setEpisode(1)
        .setVelocityMilli(6_012)
        .setSurge(true)
        .setHotUntil(Instant.parse("2026-01-29T06:00:00Z"))
        .setDistinctSignals(3)
        .setHumanSignals(1)
        .setContributions(
            List.of(
                new Contribution("document-request", "hand-raise", 35_520L, 8_880L, 1),
                new Contribution("pricing-page", "buying", 22_725L, 5_682L, 2),
                new Contribution("product-page", "browse", 18_000L, 22_001L, 14)))
        .setCuts(List.of(new Cut("cap:browse", 17_501L), new Cut("damper:unsubscribed", 19_062L)))
        .setTopics(List.of("price", "documents"))
        .setLastActivityAt(NOON)
        .setRevision(17)
        .build();
  }

  static HotLeadAlert.Builder alert(AlertType type, String leadId, Instant occurredAt) {
    return HotLeadAlert.newBuilder()
        .setAlertId("0123456789abcdef0123456789abcdef")
        .setMessageId(leadId + ":" + type + ":" + occurredAt)
        .setType(type)
        .setCause("threshold")
        .setLeadId(leadId)
        .setScorecard(CARD)
        .setEpisode(1)
        .setEntryAt(occurredAt)
        .setOccurredAt(occurredAt)
        .setProfile(
            new ProfileSnapshot("hikari", "株式会社ひかり製作所", "", "", "JP", "", 300, "tanaka", ""))
        .setIntentMilli(101_000)
        .setTier(Tier.HOT)
        .setFit(Fit.A)
        .setTopics(List.of("price"))
        .setTouches(
            List.of(
                new Touch(
                    "e1", occurredAt, "form-submit", "document-request", "siryou", "", "mail-7")))
        .setModelId("b2b-japan")
        .setModelVersion(3)
        .setReasonEn("Scores 101.0: Document request (44.4).")
        .setReasonJa("スコア101.0点: 資料請求（44.4点）。");
  }

  /** A step of a lead that team inside has, by an alert of its own. */
  static HandOff.Builder handOff(HandOffKind kind, String leadId, Instant occurredAt) {
    return HandOff.newBuilder()
        .setMessageId(leadId + ":" + kind + ":" + occurredAt)
        .setKind(kind)
        .setOccurredAt(occurredAt)
        .setTeam("inside")
        .setOwner("tanaka")
        .setAlertId("alert of " + leadId)
        .setLeadId(leadId)
        .setScorecard(CARD)
        .setStage("MQL")
        .setStageKind("released")
        .setIntentMilli(101_000)
        .setCompany("株式会社ひかり製作所")
        .setReasonEn("Scores 101.0: Document request (44.4).")
        .setReasonJa("スコア101.0点: 資料請求（44.4点）。");
  }

  /** A row of team inside on the eighth of nineteen business days, all of whose counts are 0. */
  static FunnelStats.Builder funnel(String dimension, String value) {
    return FunnelStats.newBuilder()
        .setTeam("inside")
        .setMonth("2026-01")
        .setScorecard(dimension.equals(FunnelBy.ACTIVITY) ? "" : CARD)
        .setModelVersion(dimension.equals(FunnelBy.ACTIVITY) ? 0 : 3)
        .setDimension(dimension)
        .setValue(value)
        .setBusinessDays(19)
        .setBusinessDaysPassed(8)
        .setAsOf(NOON);
  }

  /** All hot leads of the month by one scorecard and model version. */
  static FunnelStats.Builder hotLeads() {
    return funnel("all", "")
        .setRaised(120)
        .setReleased(96)
        .setWithdrawn(8)
        .setUnworked(12)
        .setAccepted(60)
        .setContacted(48)
        .setMeeting(12)
        .setQualified(5)
        .setWon(2)
        .setLost(3)
        .setLostAfterMeeting(1)
        .setRejected(10)
        .setRecycled(4)
        .setBreached(5)
        .setMedianWaitMillis(1_500_000L)
        .setMedianAcceptMillis(12_600_000L)
        .setMedianContactMillis(21_600_000L)
        .setMedianMeetingMillis(77_400_000L)
        .setMedianWonMillis(290_000_000L);
  }

  /** What sales did in the month. */
  static FunnelStats.Builder activity() {
    return funnel(FunnelBy.ACTIVITY, "")
        .setReleased(96)
        .setContacted(80)
        .setMeeting(14)
        .setQualified(6)
        .setWon(2)
        .setLost(5)
        .setLostAfterMeeting(2)
        .setPlannedReleased(200)
        .setPlannedMeetings(50)
        .setPlannedWon(5);
  }

  /** A record as it is in the topic; a tombstone if the row is null. */
  static TopicRecord<LeadScore> message(String leadId, @Nullable LeadScore row) {
    return new TopicRecord<>(0, 0, 0, key(leadId), row);
  }

  static byte[] key(String leadId) {
    return new RecordEncoder<>(Topics.LEAD_SCORE_KEY).encode(new LeadScoreKey(leadId, CARD));
  }

  static ScoringModelRelease release() {
    try {
      return ScoringModelRelease.newBuilder()
          .setModelId("b2b-japan")
          .setVersion(3)
          .setEffectiveAt(Instant.EPOCH)
          .setPublishedAt(Instant.EPOCH)
          .setYaml(Files.readString(Path.of("../config/models/b2b-japan.yaml")))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ReleasedModels models() {
    return new ReleasedModels(new ReleaseLog(List.of(release())));
  }
}
