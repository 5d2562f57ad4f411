package io.leadpulse.intake.sendgrid;

import static io.leadpulse.schemas.EmailEngagementKind.BOUNCE;
import static io.leadpulse.schemas.EmailEngagementKind.CLICK;
import static io.leadpulse.schemas.EmailEngagementKind.DELIVERED;
import static io.leadpulse.schemas.EmailEngagementKind.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.intake.IntakeFormat;
import io.leadpulse.intake.Reading;
import io.leadpulse.intake.RealInputs;
import io.leadpulse.intake.row.Fault;
import io.leadpulse.schemas.EmailEngagement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealMailWebhooksTest {
  @Test
  void sevenOfTenWrappedEventsAreEngagements() {
    Reading reading = read("anymail-sendgrid.jsonl");
    assertThat(reading.events(EmailEngagement.class))
        .extracting(EmailEngagement::getKind)
        .containsExactly(DELIVERED, BOUNCE, BOUNCE, BOUNCE, OPEN, CLICK, DELIVERED);
    assertThat(reading.rejected())
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.fault()).isEqualTo(Fault.NO_ENGAGEMENT));
  }

  @Test
  void aBatchIsReadWhole() {
    assertThat(read("sendgrid-batch.json").events(EmailEngagement.class))
        .extracting(EmailEngagement::getKind)
        .containsExactly(DELIVERED, OPEN, CLICK);
  }

  @ParameterizedTest
  @CsvSource({
    "anymail-amazon_ses.jsonl, 10",
    "anymail-mailgun.jsonl, 21",
    "anymail-postmark.jsonl, 9",
    "mailgun-open-apple-mpp.json, 1"
  })
  void whatOtherServicesPostIsRefused(String file, int rows) {
    assertThat(read(file).rejected())
        .hasSize(rows)
        .allSatisfy(
            row -> {
              assertThat(row.fault()).isEqualTo(Fault.UNREADABLE);
              assertThat(row.reason()).endsWith("email: missing");
            });
  }

  private static Reading read(String file) {
    return Reading.of(IntakeFormat.SENDGRID)
        .file(RealInputs.require("email-webhooks").resolve(file))
        .finish();
  }
}
