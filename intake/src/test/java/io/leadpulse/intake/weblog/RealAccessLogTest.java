package io.leadpulse.intake.weblog;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.intake.IntakeFormat;
import io.leadpulse.intake.Reading;
import io.leadpulse.intake.RealInputs;
import io.leadpulse.intake.lead.LeadFrom;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import org.junit.jupiter.api.Test;

class RealAccessLogTest {
  private static final String LOG = "access-log/apache_combined.log";

  @Test
  void everyLineButTheTruncatedOneIsSent() {
    Reading reading = Reading.of(IntakeFormat.COMBINED_LOG).file(RealInputs.require(LOG)).finish();
    assertThat(reading.rows()).hasSize(10_000);
    assertThat(reading.events(WebAccess.class)).hasSize(9_999);
    assertThat(reading.rejected())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.line()).isEqualTo(8_899);
              assertThat(row.reason()).isEqualTo("agent: the line ends within it");
              assertThat(row.head()).asString().startsWith("46.118.127.106 - - [20/May/2015");
            });
  }

  @Test
  void nineteenLinesAreCopies() {
    Reading reading = Reading.of(IntakeFormat.COMBINED_LOG).file(RealInputs.require(LOG));
    assertThat(reading.events(WebAccess.class).stream().map(WebAccess::getEventId).distinct())
        .hasSize(9_999 - 19);
  }

  @Test
  void mostOfItIsNoPageView() {
    Reading reading = Reading.of(IntakeFormat.COMBINED_LOG).file(RealInputs.require(LOG));
    assertThat(count(reading, WebAccessKind.PAGE_VIEW)).isEqualTo(2_878);
    assertThat(count(reading, WebAccessKind.FILE_DOWNLOAD)).isEqualTo(85);
    assertThat(count(reading, WebAccessKind.RESOURCE)).isEqualTo(7_036);
  }

  @Test
  void itsLeadsAreItsAddresses() {
    Reading reading =
        Reading.of(IntakeFormat.COMBINED_LOG, LeadFrom.parse("ip")).file(RealInputs.require(LOG));
    assertThat(reading.events(WebAccess.class).stream().map(WebAccess::getLeadId).distinct())
        .hasSize(1_753);
  }

  private static long count(Reading reading, WebAccessKind kind) {
    return reading.events(WebAccess.class).stream().filter(it -> it.getKind() == kind).count();
  }
}
