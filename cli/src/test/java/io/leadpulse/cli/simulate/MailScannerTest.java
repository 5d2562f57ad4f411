package io.leadpulse.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadpulse.cli.truth.Actor;
import io.leadpulse.cli.truth.Setting;
import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.EmailEngagementKind;
import io.leadpulse.schemas.WebAccess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What scanners do against what was measured of 836 bursts. Tolerances are some standard errors of
 * the {@value #MANY} scans looked at.
 */
class MailScannerTest {
  private static final int MANY = 4_000;

  /** A Wednesday, 14:00 in Tokyo. */
  private static final long SENT = Instant.parse("2026-11-25T05:00:00Z").toEpochMilli();

  private static final List<Scan> SCANS = new ArrayList<>();

  /**
   * What one scan left behind.
   *
   * @param first milliseconds from sending to the first link
   * @param width milliseconds from the first link of the first burst to its last
   */
  private record Scan(List<EmailEngagement> mails, List<WebAccess> pages, long first, long width) {

    List<EmailEngagement> clicks() {
      return of(EmailEngagementKind.CLICK);
    }

    List<EmailEngagement> of(EmailEngagementKind kind) {
      return mails.stream().filter(mail -> mail.getKind() == kind).toList();
    }
  }

  @BeforeAll
  static void scan() {
    Person person = People.of(Persona.SCANNED, "lead-1", People.PLAIN);
    for (int seed = 0; seed < MANY; seed++) {
      SCANS.add(scan(People.play(Scenes.MAIL_IS_SCANNED, person, seed, SENT)));
    }
  }

  private static Scan scan(List<Event> events) {
    assertThat(events).allMatch(event -> event.truth().actor() == Actor.MACHINE);
    List<EmailEngagement> mails = values(events, EmailEngagement.class);
    long[] clicks =
        mails.stream()
            .filter(mail -> mail.getKind() == EmailEngagementKind.CLICK)
            .mapToLong(mail -> mail.getOccurredAt().toEpochMilli())
            .toArray();
    long last = Arrays.stream(clicks).filter(at -> at <= clicks[0] + 60_000).max().orElseThrow();
    return new Scan(mails, values(events, WebAccess.class), clicks[0] - SENT, last - clicks[0]);
  }

  private static <T> List<T> values(List<Event> events, Class<T> type) {
    return events.stream().map(Event::value).filter(type::isInstance).map(type::cast).toList();
  }

  @Test
  void burstsBegin43SecondsAfterSendingInTheMedian() {
    long[] firsts = SCANS.stream().mapToLong(Scan::first).sorted().toArray();
    assertThat(firsts[MANY / 2]).isCloseTo(43_000L, within(1_000L));
  }

  @Test
  void twoThirdsBeginWithinAMinuteAndMostOthersWithinFive() {
    assertThat(share(20_000, 60_000)).isCloseTo(0.66, within(0.025));
    assertThat(share(60_001, 300_000)).isCloseTo(0.28, within(0.025));
    assertThat(share(300_001, 1_800_000)).isCloseTo(0.03, within(0.01));
  }

  private static double share(long least, long most) {
    return SCANS.stream().filter(scan -> scan.first() >= least && scan.first() <= most).count()
        / (double) MANY;
  }

  @Test
  void aBurstIsOverWithinASecondAndWithinFourFifthsOfOneInTheMedian() {
    long[] widths = SCANS.stream().mapToLong(Scan::width).sorted().toArray();
    assertThat(widths[MANY - 1]).isLessThanOrEqualTo(1_000);
    assertThat(widths[MANY / 2]).isCloseTo(800L, within(20L));
  }

  @Test
  void thePictureComesFirstAtAboutNineSeconds() {
    for (Scan scan : SCANS) {
      EmailEngagement open = scan.of(EmailEngagementKind.OPEN).get(0);
      long after = open.getOccurredAt().toEpochMilli() - SENT;
      assertThat(after).isBetween(8_000L, 10_000L).isLessThan(scan.first());
    }
  }

  @Test
  void mostFollowAllLinksAndSomeThree() {
    int all = 0;
    int three = 0;
    for (Scan scan : SCANS) {
      Set<String> links = new HashSet<>();
      scan.clicks().forEach(click -> links.add(click.getLinkId()));
      links.remove("hidden");
      all += links.size() >= 9 ? 1 : 0;
      three += links.size() == 3 ? 1 : 0;
    }
    assertThat(all + three).isEqualTo(MANY);
    assertThat(three / (double) MANY).isCloseTo(0.1, within(0.02));
  }

  @Test
  void theMailServiceFlagsFewAndAlwaysWholeScans() {
    long flagged = 0;
    for (Scan scan : SCANS) {
      boolean first = scan.clicks().get(0).getBotClick();
      assertThat(scan.clicks()).allMatch(click -> click.getBotClick() == first);
      flagged += first ? 1 : 0;
    }
    assertThat(flagged / (double) MANY).isCloseTo(0.15, within(0.02));
  }

  @Test
  void mostLookLikeAnyBrowser() {
    Set<String> devices = new HashSet<>();
    Arrays.stream(Device.values()).forEach(device -> devices.add(device.agent()));
    long ordinary =
        SCANS.stream()
            .filter(scan -> devices.contains(scan.clicks().get(0).getUserAgent()))
            .count();
    assertThat(ordinary / (double) MANY).isBetween(0.6, 0.8);
  }

  @Test
  void someFetchThePagesAndStayNowhere() {
    long landing = SCANS.stream().filter(scan -> !scan.pages().isEmpty()).count();
    assertThat(landing / (double) MANY).isCloseTo(0.25, within(0.03));
    for (Scan scan : SCANS) {
      assertThat(scan.pages())
          .allMatch(page -> page.getDwellSeconds() == 0 && page.getScrollPercent() == 0)
          .noneMatch(page -> page.getVisitorId().equals("v-desk"));
    }
  }

  @Test
  void fewFollowTheHiddenLinkAndNoReaderDoes() {
    long trapped = SCANS.stream().filter(scan -> scan.clicks().stream().anyMatch(hidden())).count();
    assertThat(trapped / (double) MANY).isBetween(0.06, 0.12);
    Person reader = People.of(Persona.NEWSLETTER_READER, "lead-1", People.PLAIN);
    for (int seed = 0; seed < 500; seed++) {
      assertThat(values(People.play(Scenes.READS_MAIL, reader, seed, SENT), EmailEngagement.class))
          .noneMatch(hidden());
    }
  }

  private static Predicate<EmailEngagement> hidden() {
    return mail -> mail.getLinkId().equals("hidden");
  }

  @Test
  void somePeopleReadWhatWasScanned() {
    Person person = People.of(Persona.SCANNED_READER, "lead-1", People.PLAIN);
    int read = 0;
    for (int seed = 0; seed < 500; seed++) {
      List<Event> events = People.play(Scenes.READS_SCANNED_MAIL, person, seed, SENT);
      assertThat(events).anyMatch(event -> event.truth().setting() == Setting.MAIL_SCANNER);
      read += events.stream().anyMatch(event -> event.truth().actor() == Actor.HUMAN) ? 1 : 0;
    }
    assertThat(read).isBetween(350, 450);
  }
}
