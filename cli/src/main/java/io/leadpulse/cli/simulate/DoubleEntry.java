package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Setting;
import io.leadpulse.schemas.IdentityChangeKind;
import io.leadpulse.schemas.OfflineEngagement;
import io.leadpulse.schemas.OfflineEngagementKind;
import io.leadpulse.schemas.Topics;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A person who is in the vendor's records twice, from two fairs. The two become one; now and then
 * they are taken apart again, because they were two people after all. The shares are assumptions.
 */
record DoubleEntry() implements Scene {
  private static final double LATE_NEWS = 0.3;
  private static final double SPLIT = 0.1;

  @Override
  public void play(Diary diary, long start) {
    RandomGenerator random = diary.random();
    String other = diary.person().leadId() + "-2";
    diary.write(
        start,
        Topics.LEAD_PROFILE,
        diary.person().profile(start).setLeadId(other).build(),
        Doing.staff(Setting.CRM));
    card(diary, start + 1, other);
    long merged = OfficeHours.after(start, Chance.between(random, 1, OfficeHours.DAY));
    change(diary, merged, IdentityChangeKind.MERGE, other, diary.person().leadId());
    if (Chance.of(random, LATE_NEWS)) {
      card(diary, OfficeHours.after(merged, OfficeHours.DAY / 4), other);
    }
    if (Chance.of(random, SPLIT)) {
      change(
          diary,
          OfficeHours.after(merged, OfficeHours.DAY / 2),
          IdentityChangeKind.SPLIT,
          other,
          null);
    }
  }

  private static void card(Diary diary, long at, String lead) {
    OfflineEngagement note =
        diary
            .offline(at, OfflineEngagementKind.CARD_EXCHANGED)
            .setLeadId(lead)
            .setCampaign("fair")
            .build();
    diary.write(at, Topics.OFFLINE_ENGAGEMENT, note, diary.own(Setting.FAIR));
  }

  private static void change(
      Diary diary, long at, IdentityChangeKind kind, String lead, @Nullable String into) {
    diary.write(
        at,
        Topics.IDENTITY,
        diary.identity(at, kind).setLeadId(lead).setIntoLeadId(into).build(),
        Doing.staff(Setting.CRM));
  }
}
