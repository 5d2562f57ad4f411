package io.leadpulse.engine.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.model.OncePer;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NaturalKeyTest {
  private static final long HOUR = 3_600_000;
  private static final long DAY = 20_000;

  @Test
  void aLinkIsOfItsMessage() {
    assertThat(key(OncePer.LINK, event().message("m1").link("/a")))
        .isEqualTo(key(OncePer.LINK, event().message("m1").link("/a").occurredAt(9 * HOUR)))
        .isNotEqualTo(key(OncePer.LINK, event().message("m2").link("/a")))
        .isNotEqualTo(key(OncePer.LINK, event().message("m1").link("/b")))
        .isNotEqualTo(key(OncePer.LINK, event().message("m1/").link("a")));
  }

  @Test
  void aDocumentIsKnownByItsIdElseItsFormElseItsPage() {
    assertThat(key(OncePer.ASSET, event().asset("a").form("f").path("/p")))
        .isEqualTo(key(OncePer.ASSET, event().asset("a").form("g").path("/q")));
    assertThat(key(OncePer.ASSET, event().form("f").path("/p")))
        .isEqualTo(key(OncePer.ASSET, event().form("f").path("/q")))
        .isNotEqualTo(key(OncePer.ASSET, event().form("g").path("/p")));
    assertThat(key(OncePer.ASSET, event().path("/p")))
        .isNotEqualTo(key(OncePer.ASSET, event().path("/q")));
  }

  @Test
  void messagesWebinarsAndSessionsAreKnownByTheirIds() {
    assertThat(key(OncePer.MESSAGE, event().message("m")))
        .isEqualTo(key(OncePer.MESSAGE, event().message("m").occurredAt(9 * HOUR)))
        .isNotEqualTo(key(OncePer.MESSAGE, event().message("n")));
    assertThat(key(OncePer.WEBINAR, event().webinar("m")))
        .isNotEqualTo(key(OncePer.WEBINAR, event().webinar("n")));
    assertThat(key(OncePer.SESSION, event().session("m")))
        .isNotEqualTo(key(OncePer.SESSION, event().session("n")));
  }

  @Test
  void aDayIsTheCivilDay() {
    assertThat(NaturalKey.of(OncePer.DAY, event().build(), DAY))
        .isEqualTo(NaturalKey.of(OncePer.DAY, event().occurredAt(9 * HOUR).build(), DAY))
        .isNotEqualTo(NaturalKey.of(OncePer.DAY, event().build(), DAY + 1));
  }

  @Test
  void withoutTheAttributeTheHourIsTheKey() {
    Set<OncePer> keyed = EnumSet.complementOf(EnumSet.of(OncePer.TOUCH, OncePer.DAY));
    for (OncePer oncePer : keyed) {
      assertThat(key(oncePer, event().occurredAt(2 * HOUR)))
          .as(oncePer.term())
          .isEqualTo(key(oncePer, event().occurredAt(3 * HOUR - 1)))
          .isNotEqualTo(key(oncePer, event().occurredAt(3 * HOUR)));
    }
  }

  @Test
  void hoursBefore1970HaveKeysOfTheirOwn() {
    assertThat(key(OncePer.SESSION, event().occurredAt(-1)))
        .isNotEqualTo(key(OncePer.SESSION, event().occurredAt(0)));
  }

  @Test
  void aTouchHasNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> key(OncePer.TOUCH, event()));
  }

  /** Keyed state holds these numbers: a change would count old touches again. */
  @Test
  void keysNeverChange() {
    assertThat(key(OncePer.LINK, event().message("m1").link("/a")))
        .isEqualTo(5_107_098_111_622_192_317L);
    assertThat(key(OncePer.ASSET, event().asset("a"))).isEqualTo(-9_033_471_704_281_723_301L);
    assertThat(key(OncePer.SESSION, event().occurredAt(HOUR)))
        .isEqualTo(1_345_043_401_796_196_485L);
  }

  private static EngagementBuilder event() {
    return Engagement.of(EventKind.PAGE_VIEW, "lead", "event");
  }

  private static long key(OncePer oncePer, EngagementBuilder event) {
    return NaturalKey.of(oncePer, event.build(), DAY);
  }
}
