package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Setting;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebinarEngagement;
import io.leadpulse.schemas.WebinarEngagementKind;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One person's seat in one webinar; every call is one thing that the webinar service reports. */
final class Seat {
  private static final long CIVIL_DAY = TimeUnit.DAYS.toMillis(1);

  private final Diary diary;
  private final Seminar seminar;
  private final long begin;

  /**
   * @param begin when the webinar begins, in epoch milliseconds
   */
  Seat(Diary diary, Seminar seminar, long begin) {
    this.diary = diary;
    this.seminar = seminar;
    this.begin = begin;
  }

  long begin() {
    return begin;
  }

  long end() {
    return begin + TimeUnit.MINUTES.toMillis(seminar.minutes());
  }

  void register(long at) {
    write(at, noteOf(at, WebinarEngagementKind.REGISTERED));
  }

  void cancel(long at) {
    write(at, noteOf(at, WebinarEngagementKind.CANCELLED));
  }

  void miss() {
    write(end(), noteOf(end(), WebinarEngagementKind.NO_SHOW));
  }

  void attend(int minutes) {
    write(end(), noteOf(end(), WebinarEngagementKind.ATTENDED).setMinutes(minutes));
  }

  void watchRecording(long at, int minutes) {
    write(at, noteOf(at, WebinarEngagementKind.WATCHED_ON_DEMAND).setMinutes(minutes));
  }

  void ask(long at) {
    write(at, noteOf(at, WebinarEngagementKind.QUESTION_ASKED));
  }

  void answerPoll(long at, Map<String, String> answers) {
    write(at, noteOf(at, WebinarEngagementKind.POLL_ANSWERED).setAnswers(answers));
  }

  void answerSurvey(long at, Map<String, String> answers) {
    write(at, noteOf(at, WebinarEngagementKind.SURVEY_ANSWERED).setAnswers(answers));
  }

  private WebinarEngagement.Builder noteOf(long at, WebinarEngagementKind kind) {
    return diary
        .webinar(at, kind)
        .setWebinarId(seminar.id() + "-" + begin / CIVIL_DAY)
        .setTitle(seminar.title())
        .setScheduledMinutes(seminar.minutes())
        .setTopic(seminar.topic())
        .setCampaign("webinar");
  }

  private void write(long at, WebinarEngagement.Builder note) {
    diary.write(at, Topics.WEBINAR_ENGAGEMENT, note.build(), diary.own(Setting.WEBINAR));
  }
}
