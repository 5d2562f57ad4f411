package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Setting;
import io.leadpulse.schemas.Topics;
import java.util.Map;

/**
 * Something that became known of a lead and changes its profile.
 *
 * @param attribute name of the profile's attribute
 */
record Finding(String attribute, String value) implements Scene {

  @Override
  public void play(Diary diary, long start) {
    diary.write(
        start,
        Topics.LEAD_PROFILE,
        diary.person().profile(start).setAttributes(Map.of(attribute, value)).build(),
        Doing.staff(Setting.CRM));
  }
}
