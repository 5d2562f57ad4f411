package io.leadpulse.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.DigestLead;
import io.leadpulse.schemas.HandOff;
import io.leadpulse.schemas.HandOffKind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenHandOffsTest {
  private static final Set<HandOffKind> ANY = Set.of();

  @Test
  void areTheNewestStepOfEachLeadThatSalesStillHas() {
    OpenHandOffs open = of(null, ANY);
    take(open, step(HandOffKind.RELEASED, "a", 1).build());
    take(open, step(HandOffKind.RELEASED, "b", 2).build());
    take(open, won("a", 3));
    take(open, step(HandOffKind.WARNED, "b", 4).build());
    assertThat(shown(open, 9)).containsExactly("b WARNED");
  }

  @Test
  void leaveOutLeadsThatStillWait() {
    OpenHandOffs open = of(null, ANY);
    take(open, step(HandOffKind.UNWORKED, "a", 1).setStage("").setStageKind("").build());
    take(open, day());
    assertThat(shown(open, 9)).isEmpty();
  }

  @Test
  void holdTheLeadsOfADigest() {
    OpenHandOffs open = of(null, ANY);
    take(open, digest(1, "a", "b"));
    assertThat(shown(open, 9)).containsExactly(" DIGEST");
    take(open, won("a", 2));
    assertThat(shown(open, 9)).containsExactly(" DIGEST");
    take(open, won("b", 2));
    assertThat(shown(open, 9)).isEmpty();
  }

  @Test
  void knowTheEndOfALeadFromStepsThatAreNotAskedFor() {
    OpenHandOffs open = of("inside", Set.of(HandOffKind.RELEASED));
    take(open, step(HandOffKind.RELEASED, "a", 1).build());
    take(open, step(HandOffKind.RELEASED, "b", 1).build());
    take(open, HandOff.newBuilder(won("a", 2)).setTeam("field").build());
    assertThat(shown(open, 9)).containsExactly("b RELEASED");
  }

  @Test
  void goByTheTimeOfAStepNotByItsPlace() {
    OpenHandOffs open = of(null, ANY);
    take(open, won("a", 2));
    take(open, step(HandOffKind.RELEASED, "a", 1).build());
    assertThat(shown(open, 9)).isEmpty();
  }

  @Test
  void keepTheNewestUnderALimit() {
    OpenHandOffs open = of(null, ANY);
    take(open, step(HandOffKind.RELEASED, "a", 1).build());
    take(open, step(HandOffKind.RELEASED, "b", 2).build());
    assertThat(shown(open, 1)).containsExactly("b RELEASED");
  }

  @Test
  void tellWhatComesOfThemOnly() {
    OpenHandOffs open = of(null, ANY);
    take(open, step(HandOffKind.RELEASED, "a", 1).build());
    assertThat(open.next(message(step(HandOffKind.ACTIVE, "a", 2).build()))).isPresent();
    assertThat(open.next(message(step(HandOffKind.ACTIVE, "a", 2).build()))).isEmpty();
    assertThat(open.next(message(won("a", 3)))).isEmpty();
  }

  @Test
  void findALeadInADigest() {
    HandOffFilter filter = new HandOffFilter(null, "b", ANY);
    assertThat(filter.matches(digest(1, "a", "b"))).isTrue();
    assertThat(filter.matches(digest(1, "a", "c"))).isFalse();
  }

  private static OpenHandOffs of(@Nullable String team, Set<HandOffKind> kinds) {
    return new OpenHandOffs(new HandOffFilter(team, null, kinds));
  }

  private static List<String> shown(OpenHandOffs open, int limit) {
    return open.rows(limit).stream().map(step -> step.getLeadId() + " " + step.getKind()).toList();
  }

  private static void take(OpenHandOffs open, HandOff step) {
    open.take(message(step));
  }

  private static TopicRecord<HandOff> message(HandOff step) {
    return new TopicRecord<>(0, 0, 0, new byte[0], step);
  }

  private static HandOff.Builder step(HandOffKind kind, String leadId, int hours) {
    return Samples.handOff(kind, leadId, Samples.NOON.plus(Duration.ofHours(hours)));
  }

  private static HandOff won(String leadId, int hours) {
    return step(HandOffKind.MOVED, leadId, hours)
        .setStage("won")
        .setStageKind("won")
        .setClosed(true)
        .build();
  }

  private static HandOff digest(int hours, String... leads) {
    return step(HandOffKind.DIGEST, "", hours)
        .setAlertId("")
        .setStage("")
        .setStageKind("")
        .setDigest(
            List.of(leads).stream()
                .map(
                    lead ->
                        DigestLead.newBuilder()
                            .setAlertId("alert of " + lead)
                            .setLeadId(lead)
                            .setIntentMilli(1)
                            .build())
                .toList())
        .build();
  }

  private static HandOff day() {
    return step(HandOffKind.DAY, "", 1).setAlertId("").setStage("").setStageKind("").build();
  }
}
