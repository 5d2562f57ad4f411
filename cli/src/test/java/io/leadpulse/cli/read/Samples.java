package io.leadpulse.cli.read;

import io.leadpulse.cli.model.ReleaseLog;
import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.Contribution;
import io.leadpulse.schemas.Cut;
import io.leadpulse.schemas.Fit;
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
