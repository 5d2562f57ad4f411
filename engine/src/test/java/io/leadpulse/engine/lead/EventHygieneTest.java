package io.leadpulse.engine.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.hygiene.SuspectReason;
import io.leadpulse.engine.model.AgentRules;
import io.leadpulse.engine.model.Hygiene;
import io.leadpulse.engine.model.NetworkRules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventHygieneTest {
  private static final String BOT = "AcmeBot/1.0";
  private final EventHygiene hygiene =
      new EventHygiene(
          new Hygiene(
              AgentRules.DEFAULT,
              new NetworkRules(
                  List.of("203.0.113.0/24", "2001:db8::/32"),
                  List.of("198.51.100.0/24", "203.0.113.0/26"),
                  List.of("203.0.113.128/25")),
              Set.of(),
              200,
              15_000));

  @Test
  void whatTheSourceFlagsIsSuspect() {
    assertThat(reasons(of(EventKind.OPEN).machineOpen(true)))
        .containsExactly(SuspectReason.MACHINE_OPEN);
    assertThat(reasons(of(EventKind.CLICK).botClick(true)))
        .containsExactly(SuspectReason.BOT_CLICK);
    assertThat(reasons(of(EventKind.CARD_EXCHANGED).ownStaff(true)))
        .containsExactly(SuspectReason.OWN_STAFF);
  }

  @Test
  void anAgentThatIsNoPersonsIsSuspect() {
    assertThat(reasons(of(EventKind.PAGE_VIEW).agent(BOT)))
        .containsExactly(SuspectReason.CRAWLER_AGENT);
    assertThat(reasons(of(EventKind.CLICK).agent("Mozilla/5.0 HeadlessChrome/126.0")))
        .containsExactly(SuspectReason.HEADLESS_BROWSER);
    assertThat(reasons(of(EventKind.CLICK).agent("Barracuda Sentinel (EE)")))
        .containsExactly(SuspectReason.SCANNER_AGENT);
  }

  @Test
  void aFormThatACrawlerSendsIsSuspectToo() {
    assertThat(reasons(of(EventKind.FORM_SUBMIT).agent(BOT)))
        .containsExactly(SuspectReason.CRAWLER_AGENT);
  }

  @Test
  void aBareAgentOpensForAMachineAndClicksForNobodyKnown() {
    assertThat(reasons(of(EventKind.OPEN).agent("Mozilla/5.0")))
        .containsExactly(SuspectReason.BARE_AGENT);
    assertThat(reasons(of(EventKind.CLICK).agent("Mozilla/5.0"))).isEmpty();
    assertThat(reasons(of(EventKind.OPEN).agent("Mozilla/5.0 (via ggpht.com GoogleImageProxy)")))
        .isEmpty();
  }

  @Test
  void networksAreOwnOrScannersUnlessPeopleAreInThem() {
    assertThat(reasons(of(EventKind.PAGE_VIEW).ip("203.0.113.99")))
        .containsExactly(SuspectReason.OWN_NETWORK);
    assertThat(reasons(of(EventKind.CLICK).ip("2001:db8::9")))
        .containsExactly(SuspectReason.OWN_NETWORK);
    assertThat(reasons(of(EventKind.CLICK).ip("::ffff:198.51.100.9")))
        .containsExactly(SuspectReason.SCANNER_NETWORK);
    assertThat(reasons(of(EventKind.CLICK).ip("203.0.113.1")))
        .containsExactly(SuspectReason.SCANNER_NETWORK, SuspectReason.OWN_NETWORK);
    assertThat(reasons(of(EventKind.CLICK).ip("203.0.113.200"))).isEmpty();
    assertThat(reasons(of(EventKind.CLICK).ip("192.0.2.1"))).isEmpty();
    assertThat(reasons(of(EventKind.CLICK).ip("unknown"))).isEmpty();
  }

  @Test
  void aPageThatNobodyWasToSeeIsSuspect() {
    assertThat(reasons(of(EventKind.PAGE_VIEW).method("HEAD")))
        .containsExactly(SuspectReason.HEAD_REQUEST);
    assertThat(reasons(of(EventKind.PAGE_VIEW).method("GET"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = EventKind.class,
      names = {"DELIVERED", "BOUNCE", "COMPLAINT", "REPLY"})
  void mailServersAreNotTakenForTheReader(EventKind kind) {
    assertThat(reasons(of(kind).agent(BOT).ip("203.0.113.99"))).isEmpty();
  }

  @Test
  void tellsAllReasonsThatThereAre() {
    Engagement event = of(EventKind.CLICK).botClick(true).agent(BOT).ip("203.0.113.99").build();

    assertThat(SuspectReason.of(hygiene.reasons(event)))
        .containsExactly(
            SuspectReason.BOT_CLICK, SuspectReason.CRAWLER_AGENT, SuspectReason.OWN_NETWORK);
  }

  @Test
  void everyReasonHasABitAndATermOfItsOwn() {
    assertThat(SuspectReason.values()).extracting(SuspectReason::bit).doesNotHaveDuplicates();
    assertThat(SuspectReason.values())
        .extracting(SuspectReason::term)
        .contains("crawler-agent", "head-request", "own-network")
        .doesNotHaveDuplicates();
  }

  private Set<SuspectReason> reasons(EngagementBuilder event) {
    return SuspectReason.of(hygiene.reasons(event.build()));
  }

  private static EngagementBuilder of(EventKind kind) {
    return Engagement.of(kind, "lead", "event");
  }
}
