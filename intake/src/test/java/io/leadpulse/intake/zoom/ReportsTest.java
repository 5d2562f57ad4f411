package io.leadpulse.intake.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.intake.IntakeFormat;
import io.leadpulse.intake.Reading;
import io.leadpulse.schemas.WebinarEngagement;
import io.leadpulse.schemas.WebinarEngagementKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportsTest {
  @Test
  void staysOfOnePersonAreSummedOverReports() {
    String report =
        """
        {"participants":[
          {"user_email":"taro@example.com","join_time":"2024-02-03T10:00:00Z",
           "leave_time":"2024-02-03T10:20:00Z","duration":1200},
          {"user_email":"jiro@example.com","join_time":"2024-02-03T10:00:00Z","duration":600,
           "internal_user":true},
          {"user_email":"taro@example.com","join_time":"2024-02-03T10:10:00Z",
           "leave_time":"2024-02-03T10:30:00Z"},
          {"user_email":"taro@example.com","join_time":"2024-02-03T09:00:00Z",
           "leave_time":"2024-02-03T10:00:00Z","status":"in_waiting_room"},
          {"user_email":"","name":"Phone","join_time":"2024-02-03T10:00:00Z"}]}
        """;
    Reading reading =
        read("participants-81234567890-1.json", report)
            .text(
                "participants-81234567890-2.json",
                report.replace("T10:", "T11:").replace("jiro", "saburo"))
            .finish();
    List<WebinarEngagement> events = reading.events(WebinarEngagement.class);
    assertThat(events).extracting(WebinarEngagement::getMinutes).containsExactly(60, 10, 10);
    assertThat(events)
        .extracting(WebinarEngagement::getOwnStaff)
        .containsExactly(false, true, true);
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.getKind()).isEqualTo(WebinarEngagementKind.ATTENDED);
              assertThat(event.getWebinarId()).isEqualTo("81234567890");
            });
    assertThat(reading.reasons())
        .containsExactly(
            "a stay in the waiting room is no engagement",
            "email: missing, and no id of a registrant",
            "a stay in the waiting room is no engagement",
            "email: missing, and no id of a registrant");
  }

  @Test
  void webinarsWithoutAnyIdAreToldApartByTheirDay() {
    WebinarEngagement event =
        read(
                "report.json",
                """
                {"participants":[{"registrant_id":"r-1","join_time":"2024-02-03T10:00:00Z"}]}
                """)
            .finish()
            .event(WebinarEngagement.class);
    assertThat(event.getWebinarId()).isEqualTo("on-2024-02-03");
    assertThat(event.getLeadId()).isEqualTo(Reading.ids().exactLead("r-1"));
  }

  @Test
  void everyQuestionAskedIsARow() {
    Reading reading =
        read(
            "qa.json",
            """
            {"id":7,"start_time":"2024-02-03T10:00:00Z","questions":[
              {"email":"taro@example.com","question_details":[
                {"question":"How much?","question_id":"q1","create_time":"2024-02-03T10:10:00Z"},
                {"question":"How soon?","answer":"At once"}]},
              {"name":"Anonymous","question_details":[{"question":"Who?"}]}]}
            """);
    assertThat(reading.events(WebinarEngagement.class))
        .extracting(WebinarEngagement::getOccurredAt)
        .containsExactly(
            Instant.parse("2024-02-03T10:10:00Z"), Instant.parse("2024-02-03T10:00:00Z"));
    assertThat(reading.events(WebinarEngagement.class))
        .extracting(WebinarEngagement::getEventId)
        .doesNotHaveDuplicates();
    assertThat(reading.reasons()).containsExactly("email: missing, and no id of a registrant");
  }

  @Test
  void everyPollThatAPersonAnsweredIsARow() {
    Reading reading =
        read(
            "polls.json",
            """
            {"id":7,"questions":[{"email":"taro@example.com","question_details":[
              {"polling_id":"p1","question":"Your role?","answer":"IT","date_time":"2024-02-03T10:11:00Z"},
              {"polling_id":"p1","question":"Your trade?","answer":"Food","date_time":"2024-02-03T10:10:00Z"},
              {"polling_id":"p2","question":"Useful?","answer":"Very","date_time":"2024-02-03T10:50:00Z"}]}]}
            """);
    List<WebinarEngagement> events = reading.events(WebinarEngagement.class);
    assertThat(events)
        .extracting(WebinarEngagement::getAnswers)
        .containsExactly(Map.of("your-role", "it", "your-trade", "food"), Map.of("useful", "very"));
    assertThat(events.get(0).getOccurredAt()).isEqualTo(Instant.parse("2024-02-03T10:10:00Z"));
  }

  @Test
  void aSurveyKnowsTheQuestionsThatMatter() {
    WebinarEngagement event =
        read(
                "survey.json",
                """
                {"webinar_id":7,"survey_id":"s","survey_answers":[{"email":"taro@example.com",
                 "answer_details":[
                  {"question":"担当者からの連絡を希望しますか","answer":"希望する","date_time":"2024-02-03T10:59:00Z"},
                  {"question":"導入の時期","answer":"３ヶ月以内","date_time":"2024-02-03T10:58:00Z"}]}]}
                """)
            .event(WebinarEngagement.class);
    assertThat(event.getKind()).isEqualTo(WebinarEngagementKind.SURVEY_ANSWERED);
    assertThat(event.getAnswers())
        .isEqualTo(Map.of("contact", "wanted", "timing", "within-3-months"));
    assertThat(event.getWebinarId()).isEqualTo("7");
  }

  @Test
  void answersWithoutAnyTimeAreRefused() {
    assertThat(read("s.json", "{\"survey_answers\":[{\"email\":\"a@b.c\"}]}").reasons())
        .containsExactly("date_time: missing");
  }

  @Test
  void onlyTheNameOfTheFileTellsAbsenteesFromRegistrants() {
    String report =
        """
        {"registrants":[
          {"id":"r-1","email":"taro@example.com","create_time":"2024-02-01T10:00:00Z"},
          {"id":"r-2","email":"jiro@example.com","create_time":"2024-02-01T10:00:00Z","status":"denied"}]}
        """;
    Reading registrants = read("webinar-81234567890-registrants.json", report);
    assertThat(registrants.events(WebinarEngagement.class))
        .extracting(WebinarEngagement::getKind)
        .containsExactly(WebinarEngagementKind.REGISTERED);
    assertThat(registrants.reasons())
        .containsExactly("a registration that was denied is no engagement");
    assertThat(read("Absentees.json", report).events(WebinarEngagement.class))
        .extracting(WebinarEngagement::getKind)
        .containsExactly(WebinarEngagementKind.NO_SHOW);
  }

  private static Reading read(String name, String report) {
    return Reading.of(IntakeFormat.ZOOM_WEBINAR).text(name, report);
  }
}
