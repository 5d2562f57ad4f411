package io.leadpulse.intake.sendgrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.intake.IntakeFormat;
import io.leadpulse.intake.Reading;
import io.leadpulse.intake.row.Fault;
import io.leadpulse.intake.row.Row;
import io.leadpulse.schemas.BounceType;
import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.EmailEngagementKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendgridTest {
  private static final String CLICK =
      """
      {"email":"Taro@Example.com","event":"click","timestamp":1700000000,
       "sg_event_id":"ev-1","sg_message_id":"m-1.filter","smtp-id":"<m-1@mail.example>",
       "url":"https://www.example.com/price/?token=secret","url_offset":{"index":3,"type":"html"},
       "useragent":"Agent/1.0","ip":"192.0.2.9","category":["security","b2b"],
       "singlesend_name":"Spring"}
      """;

  @Test
  void readsEveryFieldOfAClick() {
    EmailEngagement click = event(CLICK);
    assertThat(click.getEventId()).isEqualTo("ev-1");
    assertThat(click.getOccurredAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
    assertThat(click.getLeadId()).isEqualTo(Reading.ids().lead("taro@example.com"));
    assertThat(click.getVisitorId()).isNull();
    assertThat(click.getKind()).isEqualTo(EmailEngagementKind.CLICK);
    assertThat(click.getMessageId()).isEqualTo("m-1.filter");
    assertThat(click.getLinkUrl()).isEqualTo("https://www.example.com/price/");
    assertThat(click.getLinkId()).isEqualTo("html-3");
    assertThat(click.getTopic()).isEqualTo("security");
    assertThat(click.getCampaign()).isEqualTo("Spring");
    assertThat(click.getBounceType()).isEqualTo(BounceType.NONE);
    assertThat(click.getUserAgent()).isEqualTo("Agent/1.0");
    assertThat(click.getIp()).isEqualTo("192.0.2.9");
  }

  @Test
  void keepsNoAddress() {
    assertThat(event(CLICK)).asString().doesNotContainIgnoringCase("taro").doesNotContain("secret");
  }

  @Test
  void theKeyIsTheLead() {
    Row.Sent<?> row = (Row.Sent<?>) read(CLICK).rows().get(0);
    assertThat(row.key()).isEqualTo(Reading.ids().lead("taro@example.com"));
    assertThat(row.topic().name()).isEqualTo("email-engagement.v1");
  }

  @ParameterizedTest
  @CsvSource({
    "delivered, DELIVERED, NONE",
    "open, OPEN, NONE",
    "click, CLICK, NONE",
    "bounce, BOUNCE, HARD",
    "spamreport, COMPLAINT, NONE",
    "unsubscribe, UNSUBSCRIBE, NONE",
    "group_unsubscribe, UNSUBSCRIBE, NONE"
  })
  void knowsWhatHappened(String type, EmailEngagementKind kind, BounceType bounce) {
    EmailEngagement event = event(typed(type, ""));
    assertThat(event.getKind()).isEqualTo(kind);
    assertThat(event.getBounceType()).isEqualTo(bounce);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"type\":\"blocked\" | SOFT",
        "\"status\":\"4.2.2\" | SOFT",
        "\"status\":\"5.1.1\",\"type\":\"bounce\" | HARD"
      })
  void tellsSoftBouncesFromHardOnes(String fields, BounceType bounce) {
    assertThat(event(typed("bounce", fields)).getBounceType()).isEqualTo(bounce);
  }

  @ParameterizedTest
  @CsvSource({"Bounced Address", "Invalid"})
  void mailDroppedForADeadAddressIsABounce(String reason) {
    EmailEngagement event = event(typed("dropped", "\"reason\":\"" + reason + "\""));
    assertThat(event.getKind()).isEqualTo(EmailEngagementKind.BOUNCE);
    assertThat(event.getBounceType()).isEqualTo(BounceType.HARD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "processed | event processed is no engagement",
        "deferred | event deferred is no engagement",
        "group_resubscribe | event group_resubscribe is no engagement",
        "dropped | event dropped (the address is neither bounced nor invalid) is no engagement"
      })
  void whatTheServiceDidIsNoEngagement(String type, String reason) {
    Reading reading = read(typed(type, "\"reason\":\"Unsubscribed Address\""));
    assertThat(reading.reasons()).containsExactly(reason);
    assertThat(reading.rejected().get(0).fault()).isEqualTo(Fault.NO_ENGAGEMENT);
  }

  @Test
  void onlyAnOpenIsAMachinesOpen() {
    assertThat(event(typed("open", "\"sg_machine_open\":true")).getMachineOpen()).isTrue();
    assertThat(event(typed("open", "\"sg_machine_open\":false")).getMachineOpen()).isFalse();
    assertThat(event(typed("click", "\"sg_machine_open\":true")).getMachineOpen()).isFalse();
  }

  @Test
  void theAddressOfTheServicesOwnServerIsNotTheReaders() {
    assertThat(event(typed("delivered", "\"ip\":\"192.0.2.1\"")).getIp()).isEmpty();
    assertThat(event(typed("open", "\"ip\":\"192.0.2.1\"")).getIp()).isEqualTo("192.0.2.1");
  }

  @Test
  void anEventWithoutIdGetsTheSameOneEachTime() {
    String click = CLICK.replace("\"sg_event_id\":\"ev-1\",", "");
    assertThat(event(click).getEventId())
        .matches("[0-9a-f]{32}")
        .isEqualTo(event(click).getEventId())
        .isNotEqualTo(event(click.replace("\"index\":3", "\"index\":4")).getEventId())
        .isNotEqualTo(event(click.replace("Taro@", "jiro@")).getEventId());
  }

  @Test
  void theMessageIsNamedByItsSmtpIdAtNeed() {
    assertThat(event(CLICK.replace("sg_message_id", "other")).getMessageId())
        .isEqualTo("m-1@mail.example");
  }

  @Test
  void readsObjectsArraysLinesAndWrappers() {
    String one = typed("open", "");
    assertThat(read("[" + one + ",\n" + one + "]\n" + one + "\n" + one).rows()).hasSize(4);
    assertThat(read("{\"test\":\"x\",\"var\":\"y\",\"payload\":[" + one + "," + one + "]}").rows())
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"event-data\":{\"event\":\"opened\"}} | looks like Mailgun's, not SendGrid's; email: missing",
        "{\"RecordType\":\"Open\",\"Recipient\":\"a@b.c\"} | looks like Postmark's, not SendGrid's; email: missing",
        "{\"eventType\":\"Open\",\"mail\":{}} | looks like Amazon's, not SendGrid's; email: missing",
        "{} | email: missing",
        "{\"email\":\"a@b.c\"} | event: missing",
        "{\"email\":\"a@b.c\",\"event\":\"opened\",\"timestamp\":1} | event: no type of SendGrid's",
        "{\"email\":\"a@b.c\",\"event\":\"open\"} | timestamp: missing",
        "{\"email\":{\"x\":1},\"event\":[1],\"timestamp\":1} | email: missing"
      })
  void saysWhyARowIsRefused(String json, String reason) {
    assertThat(read(json).reasons()).containsExactly(reason);
  }

  private static String typed(String type, String fields) {
    return "{\"email\":\"a@example.com\",\"timestamp\":1700000000,\"sg_event_id\":\"e\",\"event\":\"%s\"%s}"
        .formatted(type, fields.isEmpty() ? "" : "," + fields);
  }

  private static EmailEngagement event(String json) {
    return read(json).event(EmailEngagement.class);
  }

  private static Reading read(String json) {
    return Reading.of(IntakeFormat.SENDGRID).text(json).finish();
  }
}
