package io.leadpulse.engine.hygiene;

import static io.leadpulse.engine.hygiene.SuspectReason.CLICK_BURST;
import static io.leadpulse.engine.hygiene.SuspectReason.HIDDEN_LINK;
import static io.leadpulse.engine.hygiene.SuspectReason.MACHINE_LANDING;
import static io.leadpulse.engine.hygiene.SuspectReason.MACHINE_UNSUBSCRIBE;
import static io.leadpulse.engine.hygiene.SuspectReason.PREFETCHED;
import static io.leadpulse.engine.hygiene.SuspectReason.TOO_SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictsTest {
  private static final long NOON = 1_764_300_000_000L;

  private final List<RecentEvent> events = new ArrayList<>();

  private RecentEvent click(String message, int link, long at) {
    return add(event(EventKind.CLICK, at).message(message).link("https://x.example/p" + link));
  }

  private RecentEvent page(int page, long at, String session, int dwell) {
    int scroll = dwell > 0 ? 40 : 0;
    return add(
        event(EventKind.PAGE_VIEW, at)
            .path("/p" + page)
            .session(session)
            .dwellSeconds(dwell)
            .scrollPercent(scroll));
  }

  private static EngagementBuilder event(EventKind kind, long at) {
    return Engagement.of(kind, "lead", "e" + at).occurredAt(NOON + at).recordedAt(NOON);
  }

  private RecentEvent add(EngagementBuilder event) {
    RecentEvent recent =
        Facts.of(event.build(), Origin.NONE, 0, false, false, false, 0, List.of(), 0);
    events.add(recent);
    return recent;
  }

  private Set<SuspectReason> judged(RecentEvent event) {
    Verdicts.judge(events, (changed, reasons) -> changed.reasons = reasons);
    return SuspectReason.of(event.reasons());
  }

  @Test
  void threeLinksWithinThreeSecondsAreABurst() {
    RecentEvent first = click("m", 1, 0);
    RecentEvent second = click("m", 2, 1_500);
    RecentEvent third = click("m", 3, 3_000);

    assertThat(judged(first)).containsExactly(CLICK_BURST);
    assertThat(judged(second)).containsExactly(CLICK_BURST);
    assertThat(judged(third)).containsExactly(CLICK_BURST);
  }

  @Test
  void twoTabsAtOnceAreAPerson() {
    RecentEvent first = click("m", 1, 0);
    click("m", 2, 400);

    assertThat(judged(first)).isEmpty();
  }

  @Test
  void oneLinkOverAndOverIsAPerson() {
    RecentEvent first = click("m", 1, 0);
    click("m", 1, 300);
    click("m", 1, 600);

    assertThat(judged(first)).isEmpty();
  }

  @Test
  void threeLinksJustOverThreeSecondsApartAreAPerson() {
    RecentEvent first = click("m", 1, 0);
    click("m", 2, 1_500);
    click("m", 3, 3_001);

    assertThat(judged(first)).isEmpty();
  }

  @Test
  void linksOfSeveralMessagesAreNoBurst() {
    RecentEvent first = click("m", 1, 0);
    click("n", 2, 100);
    click("o", 3, 200);

    assertThat(judged(first)).isEmpty();
  }

  @Test
  void sixLinksWithinAMinuteAreASlowBurst() {
    RecentEvent first = click("m", 1, 0);
    for (int link = 2; link <= 6; link++) {
      click("m", link, link * 9_000L);
    }

    assertThat(judged(first)).containsExactly(CLICK_BURST);
  }

  @Test
  void aBurstTakesTheClicksJustBeforeItBack() {
    RecentEvent before = click("m", 7, 0);
    RecentEvent longBefore = click("m", 8, -70_000);
    click("m", 1, 40_000);
    click("m", 2, 40_100);
    click("m", 3, 40_200);

    assertThat(judged(before)).containsExactly(CLICK_BURST);
    assertThat(judged(longBefore)).isEmpty();
  }

  @Test
  void aClickTwoSecondsAfterTheDeliveryIsTooSoon() {
    add(event(EventKind.DELIVERED, 0).message("m"));
    RecentEvent soon = click("m", 1, 2_000);
    RecentEvent later = click("m", 2, 2_001);

    assertThat(judged(soon)).containsExactly(TOO_SOON);
    assertThat(judged(later)).isEmpty();
  }

  @Test
  void whoeverFollowsAHiddenLinkIsAMachineAndSoAreTheClicksAroundIt() {
    RecentEvent around = click("n", 1, 30_000);
    RecentEvent later = click("n", 2, 30_001);
    RecentEvent hidden =
        Facts.of(
            event(EventKind.CLICK, 0).message("m").link("/trap").build(),
            Origin.NONE,
            0,
            true,
            false,
            false,
            0,
            List.of(),
            0);
    events.add(hidden);

    assertThat(judged(hidden)).containsExactly(HIDDEN_LINK);
    assertThat(judged(around)).containsExactly(HIDDEN_LINK);
    assertThat(judged(later)).isEmpty();
  }

  @Test
  void aPictureProxyIsAReaderUnlessItComesSecondsAfterTheDelivery() {
    add(event(EventKind.DELIVERED, 0).message("m"));
    RecentEvent ahead = add(open("GoogleImageProxy", 20_000));
    RecentEvent reader = add(open("GoogleImageProxy", 20_001));
    RecentEvent browser = add(open("Firefox/140.0", 5_000));

    assertThat(judged(ahead)).containsExactly(PREFETCHED);
    assertThat(judged(reader)).isEmpty();
    assertThat(judged(browser)).isEmpty();
  }

  private static EngagementBuilder open(String agent, long at) {
    return event(EventKind.OPEN, at).message("m").agent("Mozilla/5.0 (via " + agent + ")");
  }

  @Test
  void aPageInheritsTheVerdictOfTheClickThatItLandsFrom() {
    click("m", 1, 0);
    click("m", 2, 100);
    click("m", 3, 200);
    RecentEvent landing = page(1, 900, "scan", 0);
    RecentEvent elsewhere = page(9, 900, "own", 0);

    assertThat(judged(landing)).containsExactly(MACHINE_LANDING);
    assertThat(judged(elsewhere)).isEmpty();
  }

  @Test
  void aVisitOfAPersonRedeemsTheClickThatItBeganWith() {
    RecentEvent read = click("m", 1, 0);
    RecentEvent other = click("m", 2, 100);
    click("m", 3, 200);
    RecentEvent landing = page(1, 1_000, "visit", 0);
    page(5, 30_000, "visit", 25);

    assertThat(judged(read)).isEmpty();
    assertThat(judged(landing)).isEmpty();
    assertThat(judged(other)).containsExactly(CLICK_BURST);
  }

  @Test
  void whoeverFollowsAllLinksDoesNotMeanToUnsubscribe() {
    click("m", 1, 0);
    click("m", 2, 100);
    click("m", 3, 200);
    RecentEvent among = add(event(EventKind.UNSUBSCRIBE, 300).message("m"));
    RecentEvent later = add(event(EventKind.UNSUBSCRIBE, 90_000).message("m"));

    assertThat(judged(among)).containsExactly(MACHINE_UNSUBSCRIBE);
    assertThat(judged(later)).isEmpty();
  }
}
