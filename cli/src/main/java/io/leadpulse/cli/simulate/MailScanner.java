package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Setting;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * A security gateway that tries a mail before its reader sees it: the picture, then the links in a
 * burst. The times are measured, see {@link ScanTimes}; the shares below are assumptions that cover
 * what is told of such gateways.
 */
final class MailScanner {
  /** Share of the scans that the mail service knows for what they are. */
  private static final double FLAGGED = 0.15;

  /** Share that follows a few links only. */
  private static final double SPARING = 0.1;

  private static final int FEW_LINKS = 3;

  /** Share that tries the mail once more later. */
  private static final double THOROUGH = 0.1;

  private static final long SOONEST_AGAIN = TimeUnit.MINUTES.toMillis(10);
  private static final long LATEST_AGAIN = TimeUnit.MINUTES.toMillis(120);

  /** Share that looks at the pages behind the links too. */
  private static final double LANDING = 0.25;

  /** Share of these that asks for the heads of pages only. */
  private static final double HEADS = 0.2;

  /** Share that does not see which link a reader cannot see. */
  private static final double TRAPPED = 0.08;

  private static final long PAGE_LOAD = 400;

  /** Most say they are a usual browser, some one of years ago, some nothing like it. */
  private static final List<String> AGENTS =
      List.of(
          Device.OFFICE_PC.agent(),
          Device.OFFICE_PC.agent(),
          Device.OFFICE_PC_EDGE.agent(),
          Device.OFFICE_PC_EDGE.agent(),
          Device.MAC.agent(),
          "Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/534.24 (KHTML, like Gecko)"
              + " Chrome/11.0.696.34 Safari/534.24",
          "python-requests/2.32.3");

  private final Diary diary;
  private final RandomGenerator random;
  private final Envelope envelope;
  private final Browser browser;
  private final Client client;
  private final boolean lands;

  /** One scanner, with one mail. */
  MailScanner(Diary diary, Envelope envelope) {
    this.diary = diary;
    this.envelope = envelope;
    random = diary.random();
    String agent = Chance.pick(random, AGENTS);
    browser = new Browser(diary.nextVisitor(), agent, Machines.address(random), false);
    lands = Chance.of(random, LANDING);
    client =
        Client.without(Doing.machine(Setting.MAIL_SCANNER), agent, browser.ip())
            .flagged(Chance.of(random, FLAGGED));
  }

  /**
   * Scans the mail.
   *
   * @param sent when the mail was sent, in epoch milliseconds
   * @return when it was done
   */
  long scan(long sent) {
    envelope.open(sent + ScanTimes.picture(random), client);
    int all = envelope.letter().links().size();
    int links = Chance.of(random, SPARING) ? FEW_LINKS : all;
    long done = burst(sent + ScanTimes.burst(random), links);
    if (Chance.of(random, THOROUGH)) {
      long again = Chance.between(random, SOONEST_AGAIN, LATEST_AGAIN);
      done = burst(OfficeHours.after(done, again), links);
    }
    return done;
  }

  private long burst(long begin, int links) {
    long width = ScanTimes.width(random);
    for (int link = 0; link < links; link++) {
      long at = begin + link * width / (links - 1);
      envelope.click(at, link, lands ? client.withVisitor(browser.visitorId()) : client);
    }
    if (Chance.of(random, TRAPPED)) {
      envelope.clickHidden(begin + width / 2, client);
    }
    if (lands) {
      land(begin, links);
    }
    return begin + width;
  }

  /** A client that nobody has seen before, known at once by the token of the link. */
  private void land(long begin, int links) {
    Fetches fetches = new Fetches(diary, browser, client.doing(), diary.person().leadId());
    boolean heads = Chance.of(random, HEADS);
    for (int link = 0; link < links; link++) {
      Page page = envelope.letter().links().get(link);
      long at = begin + PAGE_LOAD + link * PAGE_LOAD / 2;
      if (heads) {
        fetches.head(at, page);
      } else {
        fetches.get(at, page);
      }
    }
  }
}
