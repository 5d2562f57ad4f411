package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Setting;
import java.util.List;

/**
 * A form that is filled in on a browser many people use: a look around without a name, then the
 * form, then the next one comes.
 */
record Tablet() implements Scene {

  @Override
  public void play(Diary diary, long start) {
    Browser shared =
        new Browser(
            diary.person().equipment().kiosk(),
            Device.PHONE.agent(),
            Networks.address(diary.random()),
            false);
    Doing doing = diary.own(Setting.KIOSK).naming(Naming.FIXED);
    Session session = new Session(diary, Origin.DIRECT, start, shared, doing);
    session.view(Chance.pick(diary.random(), List.of(Site.PRODUCT, Site.CASE)));
    session.submit("booth-survey", "ブースアンケート");
  }
}
