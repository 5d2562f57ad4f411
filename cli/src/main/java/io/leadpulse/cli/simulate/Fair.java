package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Setting;
import io.leadpulse.schemas.OfflineEngagement;
import io.leadpulse.schemas.OfflineEngagementKind;
import io.leadpulse.schemas.Topics;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * A fair: the booth, perhaps a card, and perhaps a call days later that gets nowhere.
 *
 * @param card share of the visits that end with an exchange of cards, 0 to 1
 * @param talk share of the visits that stay for the talk on the stand, 0 to 1
 * @param call share of the cards that are called afterwards, 0 to 1
 */
record Fair(double card, double talk, double call) implements Scene {
  private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);
  private static final List<String> NAMES = List.of("物流みらい展", "ものづくりDX博", "バックオフィスWeek");
  private static final List<String> OUTCOMES =
      List.of(
          "absent",
          "absent",
          "absent",
          "call-again",
          "call-again",
          "no-interest",
          "call-requested");

  @Override
  public void play(Diary diary, long start) {
    RandomGenerator random = diary.random();
    String fair = Chance.pick(random, NAMES);
    write(diary, start, OfflineEngagementKind.BOOTH_VISITED, fair, "");
    if (Chance.of(random, talk)) {
      write(diary, start + 15 * MINUTE, OfflineEngagementKind.EVENT_ATTENDED, fair, "");
    }
    if (Chance.of(random, card)) {
      write(diary, start + 20 * MINUTE, OfflineEngagementKind.CARD_EXCHANGED, fair, "");
      if (Chance.of(random, call)) {
        long later = Chance.between(random, OfficeHours.DAY, 3 * OfficeHours.DAY);
        write(
            diary,
            OfficeHours.after(start, later),
            OfflineEngagementKind.CALL_LOGGED,
            fair,
            Chance.pick(random, OUTCOMES));
      }
    }
  }

  private static void write(
      Diary diary, long at, OfflineEngagementKind kind, String fair, String outcome) {
    OfflineEngagement note =
        diary
            .offline(at, kind)
            .setEventName(fair)
            .setCallOutcome(outcome)
            .setCampaign("fair")
            .build();
    diary.write(at, Topics.OFFLINE_ENGAGEMENT, note, diary.own(Setting.FAIR));
  }
}
