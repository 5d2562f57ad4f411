package io.leadpulse.jobs.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.hygiene.SuspectReason;
import io.leadpulse.engine.lead.Alert;
import io.leadpulse.engine.lead.ScoreRow;
import io.leadpulse.engine.lead.Tier;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Text;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.release.ModelParser;
import io.leadpulse.engine.score.Contribution;
import io.leadpulse.engine.score.Cut;
import io.leadpulse.engine.score.Score;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.ProfileSnapshot;
import io.leadpulse.schemas.SuspectEngagement;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.Touch;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputCodecTest {
  private static final ScoringModel MODEL =
      ModelParser.parse(
              "test.yaml",
              """
              model: test
              time-zone: Asia/Tokyo
              categories: { buying: { cap: 100 } }
              signals:
                pricing:
                  { on: page-view, path: /pricing, points: 15, half-life: 10d, category: buying }
                contact:
                  on: form-submit
                  form: contact
                  human: true
                  points: 60
                  half-life: 10d
                  category: buying
              scorecards:
                sales: { warm: { enter: 20, exit: 15 }, hot: { enter: 50, exit: 40 } }
              """,
              7)
          .orThrow()
          .model();
  private static final Scorecard CARD = MODEL.scorecards().get(0);
  private static final int HOUR = 492_345;
  private static final Instant AT_HOUR = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant RECORDED = Instant.parse("2026-03-02T09:30:01.234Z");
  private static final Profile PROFILE =
      new Profile(
          1,
          "a-1",
          "株式会社アクメ",
          "IT",
          "manager",
          "JP",
          "retail",
          300,
          "rep-1",
          "east",
          Exclusion.PARTNER,
          true,
          false,
          Map.of("budget", "confirmed"));
  private static final Score SCORE =
      new Score(
          HOUR,
          20_000,
          List.of(new Contribution(1, 16_000, 44_000, 1), new Contribution(0, 4_000, 11_000, 2)),
          List.of(new Cut("cap:buying", 55_000)),
          2,
          1,
          4_500);

  private final OutputCodec codec = new OutputCodec("acme.");

  @Test
  void aRowSaysAllThatTheEngineKnows() {
    OutputRecord output = codec.score(row(HOUR + 5, RECORDED.toEpochMilli() - 10));
    assertThat(output.topic()).isEqualTo(OutputTopic.LEAD_SCORE);
    assertThat(Wire.decode(Topics.LEAD_SCORE_KEY, output.key()))
        .isEqualTo(new LeadScoreKey("lead-1", "sales"));
    LeadScore expected =
        LeadScore.newBuilder()
            .setLeadId("lead-1")
            .setScorecard("sales")
            .setAccountId("a-1")
            .setCompany("株式会社アクメ")
            .setTeam("east")
            .setOwner("rep-1")
            .setTier(io.leadpulse.schemas.Tier.WARM)
            .setFit(io.leadpulse.schemas.Fit.B)
            .setIntentMilli(20_000)
            .setVelocityMilli(4_500)
            .setSurge(false)
            .setHotUntil(AT_HOUR.plusSeconds(5 * 3_600))
            .setEpisode(3)
            .setExclusion(io.leadpulse.schemas.Exclusion.PARTNER)
            .setHeld(true)
            .setDistinctSignals(2)
            .setHumanSignals(1)
            .setContributions(contributions())
            .setCuts(List.of(new io.leadpulse.schemas.Cut("cap:buying", 55_000L)))
            .setTopics(List.of("price", "ma"))
            .setBlockers(List.of("held"))
            .setSuspects(4)
            .setLastActivityAt(RECORDED.minusMillis(10))
            .setAsOf(AT_HOUR)
            .setRecordedAt(RECORDED)
            .setRevision(12)
            .setModelId("test")
            .setModelVersion(7)
            .build();
    assertThat(Wire.decode(Topics.LEAD_SCORE, output.value())).isEqualTo(expected);
  }

  @Test
  void whatNeverHappenedIsNullInARow() {
    OutputRecord output = codec.score(row(Integer.MAX_VALUE, Long.MIN_VALUE));
    LeadScore row = Wire.decode(Topics.LEAD_SCORE, output.value());
    assertThat(row.getHotUntil()).isNull();
    assertThat(row.getLastActivityAt()).isNull();
  }

  @Test
  void aLeadWithoutScoreIsATombstone() {
    OutputRecord output = codec.score(new ScoreRow("lead-1", "sales", null));
    assertThat(output.value()).isNull();
    assertThat(Wire.decode(Topics.LEAD_SCORE_KEY, output.key()).getLeadId()).isEqualTo("lead-1");
  }

  @Test
  void anAlertSaysAllThatTheEngineKnows() {
    OutputRecord output = codec.alert(alert(Alert.Type.RAISED, 0));
    assertThat(output.topic()).isEqualTo(OutputTopic.HOT_LEAD_ALERT);
    assertThat(output.key()).asString(StandardCharsets.UTF_8).isEqualTo("リード-1");
    HotLeadAlert expected =
        HotLeadAlert.newBuilder()
            .setAlertId("0123")
            .setMessageId("0123")
            .setType(AlertType.RAISED)
            .setSequence(0)
            .setCause("threshold")
            .setRouting("partner")
            .setLeadId("リード-1")
            .setScorecard("sales")
            .setEpisode(3)
            .setEntryAt(AT_HOUR.minusSeconds(3_600))
            .setOccurredAt(AT_HOUR)
            .setRecordedAt(RECORDED)
            .setProfile(
                new ProfileSnapshot(
                    "a-1", "株式会社アクメ", "IT", "manager", "JP", "retail", 300, "rep-1", "east"))
            .setIntentMilli(20_000)
            .setTier(io.leadpulse.schemas.Tier.HOT)
            .setFit(io.leadpulse.schemas.Fit.A)
            .setContributions(contributions())
            .setCuts(List.of(new io.leadpulse.schemas.Cut("cap:buying", 55_000L)))
            .setTopics(List.of("price"))
            .setTouches(
                List.of(
                    new Touch("e-2", AT_HOUR, "form-submit", "contact", "contact", "t", "c"),
                    new Touch("e-1", AT_HOUR, "page-view", "", "/pricing", "", "")))
            .setMachineEvents(4)
            .setVelocityMilli(4_500)
            .setSurge(false)
            .setHotUntil(AT_HOUR.plusSeconds(3_600))
            .setModelId("test")
            .setModelVersion(7)
            .setReasonJa("理由")
            .setReasonEn("reason")
            .build();
    assertThat(Wire.decode(Topics.HOT_LEAD_ALERT, output.value())).isEqualTo(expected);
  }

  @Test
  void messagesOfOneEpisodeHaveIdsOfTheirOwn() {
    assertThat(codec.alert(alert(Alert.Type.RAISED, 0)).messageId()).isEqualTo("0123");
    assertThat(codec.alert(alert(Alert.Type.UPDATED, 2)).messageId()).isEqualTo("0123:UPDATED:2");
    OutputRecord cooled = codec.alert(alert(Alert.Type.COOLED, 3));
    assertThat(cooled.messageId()).isEqualTo("0123:COOLED:3");
    assertThat(Wire.decode(Topics.HOT_LEAD_ALERT, cooled.value()).getMessageId())
        .isEqualTo("0123:COOLED:3");
  }

  @Test
  void aSuspectSaysWhereItCameFromAndWhy() {
    Engagement open =
        Engagement.of(EventKind.OPEN, "lead-1", "e-9")
            .occurredAt(AT_HOUR.toEpochMilli())
            .recordedAt(RECORDED.toEpochMilli())
            .build();
    OutputRecord output =
        codec.suspect(
            "lead-2",
            new LeadInput.Engaged(2, 77, open),
            EnumSet.of(SuspectReason.OWN_STAFF, SuspectReason.MACHINE_OPEN),
            MODEL);
    assertThat(output.topic()).isEqualTo(OutputTopic.SUSPECT_ENGAGEMENT);
    assertThat(output.key()).asString().isEqualTo("lead-2");
    assertThat(Wire.decode(Topics.SUSPECT_ENGAGEMENT, output.value()))
        .isEqualTo(
            new SuspectEngagement(
                "lead-2",
                "acme.email-engagement.v1",
                2,
                77L,
                "e-9",
                AT_HOUR,
                RECORDED,
                "open",
                List.of("machine-open", "own-staff"),
                "test",
                7L));
  }

  private static List<io.leadpulse.schemas.Contribution> contributions() {
    return List.of(
        new io.leadpulse.schemas.Contribution("contact", "buying", 16_000L, 44_000L, 1),
        new io.leadpulse.schemas.Contribution("pricing", "buying", 4_000L, 11_000L, 2));
  }

  private static ScoreRow row(int hotUntil, long lastActivityAt) {
    return new ScoreRow(
        "lead-1",
        "sales",
        new ScoreRow.Content(
            CARD,
            PROFILE,
            Tier.WARM,
            Fit.B,
            Exclusion.PARTNER,
            true,
            3,
            hotUntil,
            SCORE,
            List.of("price", "ma"),
            List.of("held"),
            4,
            lastActivityAt,
            RECORDED.toEpochMilli(),
            12,
            MODEL));
  }

  private static Alert alert(Alert.Type type, int sequence) {
    return new Alert(
        type,
        "0123",
        sequence,
        "threshold",
        "partner",
        "リード-1",
        CARD,
        3,
        HOUR - 1,
        RECORDED.toEpochMilli(),
        PROFILE,
        SCORE,
        Tier.HOT,
        Fit.A,
        List.of("price"),
        List.of(
            touch("e-1", EventKind.PAGE_VIEW, 12_345, "/pricing", "", ""),
            touch(
                "e-2", EventKind.FORM_SUBMIT, MODEL.signals().get(1).hash(), "contact", "t", "c")),
        4,
        HOUR + 1,
        MODEL,
        new Text("reason", "理由"),
        "");
  }

  private static io.leadpulse.engine.lead.Touch touch(
      String eventId, EventKind kind, int signal, String detail, String topic, String campaign) {
    return new io.leadpulse.engine.lead.Touch(
        eventId, AT_HOUR.toEpochMilli(), kind, signal, detail, topic, campaign);
  }
}
