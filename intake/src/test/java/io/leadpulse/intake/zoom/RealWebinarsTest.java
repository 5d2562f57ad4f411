package io.leadpulse.intake.zoom;

import static io.leadpulse.schemas.WebinarEngagementKind.ATTENDED;
import static io.leadpulse.schemas.WebinarEngagementKind.CANCELLED;
import static io.leadpulse.schemas.WebinarEngagementKind.NO_SHOW;
import static io.leadpulse.schemas.WebinarEngagementKind.POLL_ANSWERED;
import static io.leadpulse.schemas.WebinarEngagementKind.QUESTION_ASKED;
import static io.leadpulse.schemas.WebinarEngagementKind.REGISTERED;
import static io.leadpulse.schemas.WebinarEngagementKind.SURVEY_ANSWERED;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.intake.IntakeFormat;
import io.leadpulse.intake.Reading;
import io.leadpulse.intake.RealInputs;
import io.leadpulse.intake.row.Fault;
import io.leadpulse.schemas.WebinarEngagement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RealWebinarsTest {
  @Test
  void readsTheWebhooksThatTellWhatALeadDid() throws IOException {
    Path folder = RealInputs.require("zoom-webinar");
    Reading reading = readAll(folder);
    assertThat(reading.events(WebinarEngagement.class))
        .extracting(WebinarEngagement::getKind)
        .containsExactly(SURVEY_ANSWERED, REGISTERED, CANCELLED, REGISTERED, ATTENDED);
    assertThat(attended(reading)).isEqualTo(66);
    // Coming and going, told in two files, are one row.
    assertThat(reading.rows()).hasSize(files(folder).size() - 1);
    assertThat(reading.rejected())
        .allSatisfy(row -> assertThat(row.fault()).isEqualTo(Fault.NO_ENGAGEMENT));
  }

  @Test
  void readsTheReportsThatTellWhatALeadDid() throws IOException {
    Path folder = RealInputs.require("zoom-webinar/rest");
    Reading reading = readAll(folder);
    assertThat(reading.events(WebinarEngagement.class))
        .extracting(WebinarEngagement::getKind)
        .containsExactly(
            NO_SHOW,
            POLL_ANSWERED,
            QUESTION_ASKED,
            POLL_ANSWERED,
            QUESTION_ASKED,
            SURVEY_ANSWERED,
            REGISTERED,
            ATTENDED);
    // Two reports tell of the same twenty minutes.
    assertThat(attended(reading)).isEqualTo(20);
    assertThat(reading.rows()).hasSize(files(folder).size() - 1);
    assertThat(reading.rejected())
        .allSatisfy(row -> assertThat(row.fault()).isEqualTo(Fault.NO_ENGAGEMENT));
  }

  private static int attended(Reading reading) {
    return reading.events(WebinarEngagement.class).stream()
        .mapToInt(WebinarEngagement::getMinutes)
        .sum();
  }

  private static Reading readAll(Path folder) throws IOException {
    Reading reading = Reading.of(IntakeFormat.ZOOM_WEBINAR);
    files(folder).forEach(reading::file);
    return reading.finish();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
