package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Setting;
import io.leadpulse.schemas.IdentityChangeKind;
import io.leadpulse.schemas.Topics;

/** The lead asks to be forgotten, and is heard of no more. */
record Erasure() implements Scene {

  @Override
  public void play(Diary diary, long start) {
    diary.write(
        start,
        Topics.IDENTITY,
        diary.identity(start, IdentityChangeKind.ERASE).build(),
        Doing.staff(Setting.CRM));
    diary.close(start);
  }
}
