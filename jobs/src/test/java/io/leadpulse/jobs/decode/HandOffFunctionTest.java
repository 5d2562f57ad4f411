package io.leadpulse.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.leadpulse.engine.handoff.HotLead;
import io.leadpulse.engine.handoff.LeadNews;
import io.leadpulse.engine.handoff.SalesReport;
import io.leadpulse.jobs.record.LeadMessage;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.IdentityChange;
import io.leadpulse.schemas.IdentityChangeKind;
import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandOffFunctionTest {
  private static final String PREFIX = "test.";
  private static final Instant NOW = Instant.parse("2027-01-05T00:00:00Z");
  private static final long FIVE_MINUTES = 300_000;
  private static final byte[] DAMAGED = {1, 2, 3};

  private OneInputStreamOperatorTestHarness<RawRecord, LeadMessage> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new HandOffFunction(PREFIX, RecordFormat.singleObject())));
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private static RawRecord raw(Subject<?> subject, byte[] key, byte @Nullable [] value) {
    return new RawRecord(subject.topic(PREFIX), 0, 0, NOW.toEpochMilli(), key, value);
  }

  private static <T extends SpecificRecord> RawRecord raw(Subject<T> subject, T value) {
    return raw(subject, new byte[] {1}, new RecordEncoder<>(subject).encode(value));
  }

  private static HotLeadAlert alert(AlertType type, String cause) {
    return HotLeadAlert.newBuilder()
        .setAlertId("a")
        .setMessageId("a:1")
        .setType(type)
        .setCause(cause)
        .setLeadId("ada")
        .setScorecard("card")
        .setOccurredAt(NOW)
        .setIntentMilli(1)
        .build();
  }

  private static SalesActivity activity(long millisAhead) {
    return SalesActivity.newBuilder()
        .setEventId("e")
        .setOccurredAt(NOW.plusMillis(millisAhead))
        .setLeadId("ada")
        .setKind(SalesActivityKind.ACCEPTED)
        .build();
  }

  private List<LeadMessage> read(RawRecord raw) throws Exception {
    int before = harness.extractOutputValues().size();
    harness.processElement(raw, 0);
    List<LeadMessage> all = harness.extractOutputValues();
    return all.subList(before, all.size());
  }

  private int deadLetters() {
    var side = harness.getSideOutput(ReadingFunction.DEAD_LETTERS);
    return side == null ? 0 : side.size();
  }

  @Test
  void readsWhatItIsTold() throws Exception {
    LeadMessage message = read(raw(Topics.HOT_LEAD_ALERT, alert(AlertType.RAISED, "x"))).get(0);
    assertThat(message.leadId()).isEqualTo("ada");
    assertThat(message.at()).isEqualTo(NOW.toEpochMilli());
    assertThat(message.news()).isInstanceOf(HotLead.class);
    assertThat(read(raw(Topics.SALES_ACTIVITY, activity(0))).get(0).news())
        .isInstanceOf(SalesReport.class);
  }

  @Test
  void whoIsErasedUnderAnotherIdIsKnownByTheAlert() throws Exception {
    assertThat(read(raw(Topics.HOT_LEAD_ALERT, alert(AlertType.RECALLED, "erased"))))
        .extracting(LeadMessage::news)
        .containsExactly(new LeadNews.Erased());
  }

  @Test
  void whatOnlyTheHandOffReadsGoesToTheDeadLetters() throws Exception {
    assertThat(read(raw(Topics.HOT_LEAD_ALERT, DAMAGED, DAMAGED))).isEmpty();
    assertThat(read(raw(Topics.LEAD_SCORE, DAMAGED, DAMAGED))).isEmpty();
    assertThat(read(raw(Topics.HOT_LEAD_ALERT, alert(AlertType.UNKNOWN, "x")))).isEmpty();
    assertThat(deadLetters()).isEqualTo(3);
  }

  /** The scoring job reads the same, and puts it there. */
  @Test
  void whatTheScoringJobRefusesTooIsLeftOut() throws Exception {
    assertThat(read(raw(Topics.SALES_ACTIVITY, DAMAGED, DAMAGED))).isEmpty();
    assertThat(read(raw(Topics.IDENTITY, DAMAGED, DAMAGED))).isEmpty();
    assertThat(read(raw(Topics.SALES_ACTIVITY, activity(FIVE_MINUTES + 1)))).isEmpty();
    assertThat(read(raw(Topics.SALES_ACTIVITY, activity(FIVE_MINUTES)))).hasSize(1);
    assertThat(deadLetters()).isZero();
  }

  @Test
  void whatIsNotForItIsLeftOut() throws Exception {
    byte[] key = new RecordEncoder<>(Topics.LEAD_SCORE_KEY).encode(new LeadScoreKey("ada", "card"));
    assertThat(read(raw(Topics.LEAD_SCORE, key, null))).isEmpty();
    IdentityChange merge =
        IdentityChange.newBuilder()
            .setEventId("e")
            .setKind(IdentityChangeKind.MERGE)
            .setOccurredAt(NOW)
            .setLeadId("ada")
            .setIntoLeadId("bob")
            .build();
    assertThat(read(raw(Topics.IDENTITY, merge))).isEmpty();
    assertThat(deadLetters()).isZero();
  }

  @Test
  void aTopicThatItDoesNotKnowIsAnError() {
    assertThatIllegalStateException()
        .isThrownBy(() -> read(raw(Topics.WEB_ACCESS, DAMAGED, DAMAGED)))
        .withMessageContaining("test.web-access.v1");
  }
}
