package io.leadpulse.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VisitorPolicyTest {
  private static final long DAY = 86_400_000;
  private static final long T = 20_500 * DAY;

  private final VisitorRun visitor = new VisitorRun();

  @Test
  void theFirstLinkClaimsWhatWasAnonymousBeforeInTheOrderOfTime() {
    visitor.touch(2, T + 2);
    visitor.touch(3, T + 9);
    visitor.touch(1, T + 1);
    assertThat(visitor.leads).isEmpty();
    assertThat(visitor.link(T + 5, "ada")).isEqualTo(LinkEffect.CHANGED);
    assertThat(visitor.released).containsExactly(1, 2, 3);
    assertThat(visitor.leads)
        .containsOnly(Map.entry(1, "ada"), Map.entry(2, "ada"), Map.entry(3, "ada"));
    assertThat(visitor.state().waiting()).isEmpty();
  }

  @Test
  void anotherLeadTakesOverFromItsLinkOnAndOnlyFromThen() {
    visitor.link(T, "ada");
    assertThat(visitor.link(T + 10, "bob")).isEqualTo(LinkEffect.CHANGED);
    visitor.touch(1, T + 10);
    visitor.touch(2, T + 9);
    visitor.touch(3, T - 1);
    assertThat(visitor.leads)
        .containsOnly(Map.entry(1, "bob"), Map.entry(2, "ada"), Map.entry(3, "ada"));
  }

  @Test
  void linksThatAreKnownChangeNothing() {
    visitor.link(T, "ada");
    visitor.link(T + 10, "bob");
    assertThat(visitor.link(T, "ada")).isEqualTo(LinkEffect.NONE);
    assertThat(visitor.link(T + 5, "ada")).isEqualTo(LinkEffect.NONE);
    assertThat(visitor.link(T + 20, "bob")).isEqualTo(LinkEffect.NONE);
    assertThat(visitor.state().links())
        .containsExactly(new Link(T, "ada"), new Link(T + 10, "bob"));
  }

  @Test
  void aLinkOfEarlierDaysMovesTheBeginningForward() {
    visitor.link(T + 10, "ada");
    assertThat(visitor.link(T, "ada")).isEqualTo(LinkEffect.CHANGED);
    assertThat(visitor.state().links()).containsExactly(new Link(T, "ada"));
  }

  @Test
  void whatHappenedNinetyDaysBeforeTheFirstLinkIsStillClaimedAndNothingOlder() {
    visitor.touch(1, T);
    visitor.touch(2, T - 1);
    visitor.link(T + 90 * DAY, "ada");
    visitor.touch(3, T);
    visitor.touch(4, T - 1);
    assertThat(visitor.leads).containsOnlyKeys(1, 3);
    assertThat(visitor.dropped)
        .containsOnly(Map.entry(2, DropReason.TOO_OLD), Map.entry(4, DropReason.TOO_OLD));
  }

  @Test
  void fiveLeadsUseOneComputerAndSixShareIt() {
    for (int lead = 1; lead <= 5; lead++) {
      assertThat(visitor.link(T + lead, "lead-" + lead)).isEqualTo(LinkEffect.CHANGED);
    }
    visitor.touch(1, T + 9);
    assertThat(visitor.link(T + 6, "lead-6")).isEqualTo(LinkEffect.SHARES);
    assertThat(visitor.link(T + 7, "lead-1")).isEqualTo(LinkEffect.IGNORED);
    visitor.touch(2, T + 9);
    assertThat(visitor.leads).containsOnly(Map.entry(1, "lead-5"));
    assertThat(visitor.dropped).containsOnly(Map.entry(2, DropReason.SHARED_VISITOR));
    assertThat(visitor.state().isShared()).isTrue();
    assertThat(visitor.state().links()).isEmpty();
  }

  @Test
  void twoWhoChangePlacesForYearsKeepTheirLatestSixteenChanges() {
    for (int change = 0; change < 40; change++) {
      visitor.link(T + change * DAY, change % 2 == 0 ? "ada" : "bob");
    }
    assertThat(visitor.state().links()).hasSize(VisitorPolicy.MOST_LINKS);
    assertThat(visitor.state().latestLink()).isEqualTo(new Link(T + 39 * DAY, "bob"));
    assertThat(visitor.state().isShared()).isFalse();
  }

  @Test
  void whatAnErasedLeadDidIsNobodysUntilTheNextLead() {
    visitor.link(T, "ada");
    assertThat(visitor.erase("ada", "eve")).isTrue();
    visitor.touch(1, T - DAY);
    visitor.touch(2, T + 5);
    visitor.link(T + 9, "bob");
    visitor.touch(3, T + 8);
    visitor.touch(4, T + 9);
    assertThat(visitor.leads)
        .containsOnly(
            Map.entry(1, Link.NOBODY),
            Map.entry(2, Link.NOBODY),
            Map.entry(3, Link.NOBODY),
            Map.entry(4, "bob"));
  }

  @Test
  void nobodyIsKeptOnceInARow() {
    visitor.link(T, "ada");
    visitor.link(T + 1, "bob");
    visitor.link(T + 2, "ada");
    visitor.link(T + 3, "cid");
    assertThat(visitor.erase("bob")).isTrue();
    assertThat(visitor.erase("ada")).isTrue();
    assertThat(visitor.state().links())
        .containsExactly(new Link(T, Link.NOBODY), new Link(T + 3, "cid"));
    assertThat(visitor.erase("ada", "bob")).isFalse();
  }

  @Test
  void whatWaitsIsOfNoLeadYetAndStays() {
    visitor.touch(1, T);
    assertThat(visitor.erase("ada")).isFalse();
    assertThat(visitor.state().waiting()).hasSize(1);
  }

  @Test
  void copiesOfWhatWaitsAreKnown() {
    visitor.touch(1, T);
    visitor.touch(1, T);
    visitor.touch(2, T);
    assertThat(visitor.copies).isOne();
    assertThat(visitor.state().waiting()).hasSize(2);
  }

  @Test
  void daysOnWhichAVisitorWasSeenAreNotedOnce() {
    VisitorState state = new VisitorState();
    assertThat(state.seen(20_500)).isTrue();
    assertThat(state.seen(20_500)).isFalse();
    assertThat(state.seen(20_499)).isFalse();
    assertThat(state.lastDay()).isEqualTo(20_500);
  }
}
