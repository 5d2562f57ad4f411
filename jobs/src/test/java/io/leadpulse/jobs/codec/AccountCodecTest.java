package io.leadpulse.jobs.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.account.AccountRow;
import io.leadpulse.engine.account.AccountRow.Content;
import io.leadpulse.engine.account.AccountRow.Lead;
import io.leadpulse.engine.account.Colleague;
import io.leadpulse.engine.lead.Tier;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import io.leadpulse.schemas.AccountLead;
import io.leadpulse.schemas.AccountScore;
import io.leadpulse.schemas.AccountScoreKey;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.ProfileSnapshot;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountCodecTest {
  private static final RecordFormat FORMAT = RecordFormat.singleObject();
  private static final int HOUR = 490_000;
  private static final Instant AT_HOUR = Instant.ofEpochSecond(HOUR * 3_600L);

  private final AccountCodec codec = new AccountCodec(FORMAT);

  @Test
  void aRowIsReadAsItWasWritten() {
    List<Lead> leads = List.of(new Lead("ada", 61_500), new Lead("bob", 40));
    Content content = new Content(81_770, Tier.HOT, 3, 12, 5, leads, HOUR);
    OutputRecord row = codec.row("acme", "株式会社アクメ", new AccountRow("default", content));
    assertThat(row.topic()).isEqualTo(OutputTopic.ACCOUNT_SCORE);
    assertThat(Wire.decode(Topics.ACCOUNT_SCORE_KEY, row.key()))
        .isEqualTo(new AccountScoreKey("acme", "default"));
    assertThat(Wire.decode(Topics.ACCOUNT_SCORE, row.value()))
        .isEqualTo(
            new AccountScore(
                "acme",
                "default",
                "株式会社アクメ",
                io.leadpulse.schemas.Tier.HOT,
                81_770L,
                3,
                12,
                5,
                List.of(new AccountLead("ada", 61_500L), new AccountLead("bob", 40L)),
                AT_HOUR));
  }

  @Test
  void anAccountWithoutAScoreIsATombstone() {
    OutputRecord row = codec.row("acme", "", new AccountRow("default", null));
    assertThat(row.value()).isNull();
    assertThat(Wire.decode(Topics.ACCOUNT_SCORE_KEY, row.key()).getAccountId()).isEqualTo("acme");
  }

  @Test
  void anAlertGoesOnAsItIsWithItsColleagues() {
    HotLeadAlert.Builder alert = alert();
    byte[] key = "ada".getBytes(StandardCharsets.UTF_8);
    byte[] bytes = FORMAT.encoder(Topics.HOT_LEAD_ALERT).encode(alert.build());
    OutputRecord before = new OutputRecord(OutputTopic.HOT_LEAD_ALERT, key, bytes, "0123");
    OutputRecord after =
        codec.withColleagues(before, List.of(new Colleague("bob", 40, AT_HOUR.toEpochMilli())));
    assertThat(after.key()).isEqualTo(key);
    assertThat(after.messageId()).isEqualTo("0123");
    assertThat(Wire.decode(Topics.HOT_LEAD_ALERT, after.value()))
        .isEqualTo(
            alert
                .setColleagues(List.of("bob"))
                .setActiveColleagues(
                    List.of(new io.leadpulse.schemas.Colleague("bob", 40L, AT_HOUR)))
                .build());
    assertThat(codec.withColleagues(before, List.of())).isSameAs(before);
  }

  private static HotLeadAlert.Builder alert() {
    return HotLeadAlert.newBuilder()
        .setAlertId("0123")
        .setMessageId("0123")
        .setType(AlertType.RAISED)
        .setLeadId("ada")
        .setScorecard("default")
        .setOccurredAt(AT_HOUR)
        .setProfile(new ProfileSnapshot("acme", "", "", "", "", "", 0, "", ""))
        .setIntentMilli(61_500)
        .setTopics(List.of("price"));
  }
}
