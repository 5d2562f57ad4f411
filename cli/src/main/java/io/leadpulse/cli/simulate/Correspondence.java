package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Setting;
import io.leadpulse.schemas.Exclusion;
import io.leadpulse.schemas.Topics;

/**
 * A mail that is answered, or comes back because nobody has that address any more; then the vendor
 * notes that the person left.
 *
 * @param answered share that is answered, 0 to 1; the rest comes back
 */
record Correspondence(double answered) implements Scene {

  @Override
  public void play(Diary diary, long start) {
    Envelope envelope = new Envelope(diary);
    if (Chance.of(diary.random(), answered)) {
      envelope.deliver(start);
      long pause = Chance.between(diary.random(), 0, OfficeHours.DAY / 4);
      envelope.reply(OfficeHours.after(start, pause));
    } else {
      envelope.bounce(start + 1);
      long noted = OfficeHours.after(start, OfficeHours.DAY / 2);
      diary.write(
          noted,
          Topics.LEAD_PROFILE,
          diary.person().profile(noted).setExclusion(Exclusion.LEFT).build(),
          Doing.staff(Setting.CRM));
    }
  }
}
