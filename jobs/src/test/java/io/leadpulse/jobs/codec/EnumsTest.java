package io.leadpulse.jobs.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.event.Channel;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.identity.IdentityChange;
import io.leadpulse.engine.lead.Alert;
import io.leadpulse.engine.lead.SalesActivity;
import io.leadpulse.engine.lead.Tier;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.schemas.EmailEngagementKind;
import io.leadpulse.schemas.IdentityChangeKind;
import io.leadpulse.schemas.OfflineEngagementKind;
import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.SalesActivityReason;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.WebinarEngagementKind;
import io.leadpulse.schemas.wire.Cause;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Symbols keep their names from one side to the other, none is lost and none invented. */
class EnumsTest {
  @Test
  void everyKindOfEveryChannelIsReached() {
    reaches(kinds(Channel.WEB), WebAccessKind.values(), InputEnums::kind);
    reaches(kinds(Channel.EMAIL), EmailEngagementKind.values(), InputEnums::kind);
    reaches(kinds(Channel.WEBINAR), WebinarEngagementKind.values(), InputEnums::kind);
    reaches(kinds(Channel.OFFLINE), OfflineEngagementKind.values(), InputEnums::kind);
    reaches(SalesActivity.Kind.values(), SalesActivityKind.values(), InputEnums::kind);
    reaches(IdentityChange.Kind.values(), IdentityChangeKind.values(), InputEnums::kind);
  }

  @Test
  void exclusionsAreTheSameOnBothSides() {
    reaches(Exclusion.values(), io.leadpulse.schemas.Exclusion.values(), InputEnums::exclusion);
    keeps(Exclusion.values(), OutputEnums::exclusion);
  }

  @Test
  void reasonsOfRejectionThatAreNoExclusionSayNone() {
    for (SalesActivityReason reason : SalesActivityReason.values()) {
      boolean excludes =
          Arrays.stream(Exclusion.values()).anyMatch(e -> e.name().equals(reason.name()));
      assertThat(InputEnums.exclusion(reason).name())
          .isEqualTo(excludes ? reason.name() : Exclusion.NONE.name());
    }
  }

  @Test
  void whatTheEngineSaysKeepsItsName() {
    keeps(Tier.values(), OutputEnums::tier);
    keeps(Fit.values(), OutputEnums::fit);
    keeps(Alert.Type.values(), OutputEnums::alertType);
    keeps(RefusalCause.values(), OutputEnums::cause);
  }

  @Test
  void everyCauseOfTheDecoderIsACauseOfRefusal() {
    keeps(Cause.values(), InputEnums::cause);
  }

  private static EventKind[] kinds(Channel channel) {
    return Arrays.stream(EventKind.values())
        .filter(kind -> kind.channel() == channel)
        .toArray(EventKind[]::new);
  }

  /** All symbols but UNKNOWN map to constants of their name, and to all of them. */
  private static <A extends Enum<A>, E extends Enum<E>> void reaches(
      E[] expected, A[] symbols, Function<A, @Nullable E> mapping) {
    Set<E> reached = new LinkedHashSet<>();
    for (A symbol : symbols) {
      E constant = mapping.apply(symbol);
      if (symbol.name().equals("UNKNOWN")) {
        assertThat(constant).isNull();
      } else {
        assertThat(constant).isNotNull();
        assertThat(constant.name()).isEqualTo(symbol.name());
        reached.add(constant);
      }
    }
    assertThat(reached).containsExactlyInAnyOrder(expected);
  }

  private static <E extends Enum<E>, A extends Enum<A>> void keeps(
      E[] constants, Function<E, A> mapping) {
    for (E constant : constants) {
      assertThat(mapping.apply(constant).name()).isEqualTo(constant.name());
    }
  }
}
