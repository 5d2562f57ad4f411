package io.leadpulse.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadpulse.cli.truth.Actor;
import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.EmailEngagementKind;
import io.leadpulse.schemas.WebAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People who look like machines, and programs that look like people. */
class PeopleAndProgramsTest {
  private static final int MANY = 6_000;

  /** A Wednesday, 14:00 in Tokyo. */
  private static final long START = Instant.parse("2026-11-25T05:00:00Z").toEpochMilli();

  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void someReadersClickTwiceSomeOpenTabsAndSomeAreImpatient() {
    Map<String, Integer> manners = new HashMap<>();
    int followed = 0;
    for (int seed = 0; seed < MANY; seed++) {
      List<EmailEngagement> clicks =
          mails(Scenes.READS_MAIL, Mailbox.PLAIN, seed, EmailEngagementKind.CLICK);
      followed += clicks.isEmpty() ? 0 : 1;
      manners.merge(manner(clicks), 1, Integer::sum);
    }
    assertThat(manners.get("twice") / (double) followed).isCloseTo(0.08, within(0.02));
    assertThat(manners.get("tabs") / (double) followed).isCloseTo(0.04, within(0.015));
    assertThat(manners.get("impatient") / (double) followed).isCloseTo(0.03, within(0.015));
  }

  private static String manner(List<EmailEngagement> clicks) {
    Set<String> links = new HashSet<>();
    clicks.forEach(click -> links.add(click.getLinkId()));
    if (clicks.size() < 2) {
      return "once";
    }
    Duration span =
        Duration.between(
            clicks.get(0).getOccurredAt(), clicks.get(clicks.size() - 1).getOccurredAt());
    if (links.size() == 1) {
      assertThat(span).isLessThan(Duration.ofSeconds(2));
      return "twice";
    }
    if (links.size() == 2) {
      assertThat(span).isLessThanOrEqualTo(Duration.ofSeconds(2));
      return "tabs";
    }
    assertThat(links).hasSizeBetween(3, 4);
    assertThat(span).isBetween(Duration.ofSeconds(10), Duration.ofMinutes(1));
    return "impatient";
  }

  @Test
  void aHeavyUserLooksAtSixtyPagesInADayAndStaysOnEach() {
    List<WebAccess> hits = accesses(Scenes.LIVES_ON_SITE, Persona.HEAVY_USER, 1);
    assertThat(hits).hasSizeBetween(60, 90).allMatch(hit -> hit.getDwellSeconds() >= 20);
    assertThat(span(hits)).isLessThan(DAY.dividedBy(2));
  }

  @Test
  void aMonitoringScriptAsksForMoreThanTwoHundredPagesInADay() {
    for (int seed = 0; seed < 50; seed++) {
      List<WebAccess> hits = accesses(Scenes.IS_MONITORED, Persona.MONITORED, seed);
      assertThat(hits).hasSizeGreaterThan(200).allMatch(hit -> hit.getDwellSeconds() == 0);
      assertThat(span(hits)).isLessThan(DAY);
    }
  }

  @Test
  void crawlersNameNobodyAndSayWhatTheyAre() {
    assertThat(accesses(Scenes.IS_CRAWLED, Persona.CRAWLER, 1))
        .isNotEmpty()
        .allMatch(hit -> hit.getLeadId() == null)
        .allMatch(hit -> Machines.CRAWLERS.contains(hit.getUserAgent()));
  }

  @Test
  void thePrivacyProxyOpensEveryMailSoonAndNobodyIsSeenReading() {
    int flagged = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      List<EmailEngagement> opens =
          mails(Scenes.READS_MAIL, Mailbox.APPLE, seed, EmailEngagementKind.OPEN);
      assertThat(opens).hasSize(1);
      assertThat(opens.get(0).getUserAgent()).isEqualTo("Mozilla/5.0");
      assertThat(opens.get(0).getOccurredAt().toEpochMilli() - START).isBetween(2_000L, 60_000L);
      flagged += opens.get(0).getMachineOpen() ? 1 : 0;
    }
    assertThat(flagged).isBetween(440, 560);
  }

  @ParameterizedTest
  @EnumSource(names = {"GOOGLE", "YAHOO"})
  void otherProxiesAreReadersButNowAndThen(Mailbox mailbox) {
    int ahead = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      for (Event event : play(Scenes.READS_MAIL, mailbox, seed)) {
        if (event.value() instanceof EmailEngagement mail
            && mail.getKind() == EmailEngagementKind.OPEN) {
          boolean machine = event.truth().actor() == Actor.MACHINE;
          assertThat(mail.getUserAgent()).isEqualTo(mailbox.agent());
          assertThat(event.at() - START <= 10_000).isEqualTo(machine);
          ahead += machine ? 1 : 0;
        }
      }
    }
    assertThat(ahead).isBetween(115, 190);
  }

  private static List<EmailEngagement> mails(
      Scene scene, Mailbox mailbox, long seed, EmailEngagementKind kind) {
    List<EmailEngagement> mails = new ArrayList<>();
    for (Event event : play(scene, mailbox, seed)) {
      if (event.value() instanceof EmailEngagement mail && mail.getKind() == kind) {
        mails.add(mail);
      }
    }
    return mails;
  }

  private static List<Event> play(Scene scene, Mailbox mailbox, long seed) {
    Equipment equipment =
        new Equipment(
            Device.OFFICE_PC,
            mailbox,
            People.PLAIN.browsers(),
            People.PLAIN.kiosk(),
            /* visitorsOnly= */ false,
            /* staffMarked= */ true);
    Person person = People.of(Persona.NEWSLETTER_READER, "lead-1", equipment);
    return People.play(scene, person, seed, START);
  }

  private static List<WebAccess> accesses(Scene scene, Persona persona, long seed) {
    return People.play(scene, People.of(persona, "lead-1", People.PLAIN), seed, START).stream()
        .map(event -> (WebAccess) event.value())
        .toList();
  }

  private static Duration span(List<WebAccess> hits) {
    return Duration.between(hits.get(0).getOccurredAt(), hits.get(hits.size() - 1).getOccurredAt());
  }
}
