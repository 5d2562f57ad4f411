package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Setting;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * How the pictures of a mail come to be fetched, by the mailbox. That proxies fetch ahead within
 * seconds is what their operators tell; the shares are assumptions.
 */
final class Pictures {
  private static final long SOONEST = TimeUnit.SECONDS.toMillis(2);
  private static final long LATEST = TimeUnit.SECONDS.toMillis(60);
  private static final long LATEST_AHEAD = TimeUnit.SECONDS.toMillis(10);

  /** Share of the privacy proxy's opens that the mail service flags. */
  private static final double FLAGGED = 0.5;

  /** Share of the mails that the other proxies fetch ahead of the reader. */
  private static final double AHEAD = 0.15;

  private Pictures() {}

  /** What the proxy of a mailbox does by itself once a mail is there. */
  static void prefetch(Diary diary, Envelope envelope, long delivered) {
    RandomGenerator random = diary.random();
    switch (diary.person().equipment().mailbox()) {
      case PLAIN -> {}
      case APPLE -> {
        Client proxy = proxy(diary).flagged(Chance.of(random, FLAGGED));
        envelope.open(delivered + Chance.between(random, SOONEST, LATEST), proxy);
      }
      case GOOGLE, YAHOO -> {
        if (Chance.of(random, AHEAD)) {
          envelope.open(delivered + Chance.between(random, SOONEST, LATEST_AHEAD), proxy(diary));
        }
      }
    }
  }

  /** The person looks at a mail: seen as such, seen through a proxy, or not at all. */
  static void look(Diary diary, Envelope envelope, long at, Browser browser) {
    Doing own = diary.own(Setting.NEWSLETTER);
    switch (diary.person().equipment().mailbox()) {
      case PLAIN -> envelope.open(at, Client.without(own, browser.agent(), browser.ip()));
      case APPLE -> {}
      case GOOGLE, YAHOO -> envelope.open(at, throughProxy(diary, own));
    }
  }

  private static Client proxy(Diary diary) {
    return throughProxy(diary, Doing.machine(Setting.IMAGE_PROXY));
  }

  private static Client throughProxy(Diary diary, Doing doing) {
    String agent = diary.person().equipment().mailbox().agent();
    return Client.without(doing, agent, Machines.address(diary.random()));
  }
}
