package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Setting;
import io.leadpulse.schemas.IdentityChangeKind;
import io.leadpulse.schemas.Topics;
import java.util.concurrent.TimeUnit;

/** Somebody logs in on a browser and looks for help: the site tells whose browser it is. */
record Login() implements Scene {
  private static final long A_MOMENT = TimeUnit.SECONDS.toMillis(3);

  @Override
  public void play(Diary diary, long start) {
    Browser browser = diary.anyBrowser();
    Doing own = diary.own(Setting.LOGIN);
    diary.write(
        start,
        Topics.IDENTITY,
        diary.identity(start, IdentityChangeKind.LINK).setVisitorId(browser.visitorId()).build(),
        own.naming(Naming.TELLS));
    new Session(diary, Origin.DIRECT, start + A_MOMENT, browser, own).view(Site.SUPPORT);
  }
}
