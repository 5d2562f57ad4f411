package io.leadpulse.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.leadpulse.engine.property.Lists;
import io.leadpulse.engine.yaml.Problem;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReleaseHistoryTest {
  private static final Release FIRST = release(1, 1_000);
  private static final Release SECOND = release(2, 2_000);
  private static final Release THIRD = release(3, 1_500);

  @Test
  void theHighestVersionInEffectJudges() {
    ReleaseHistory history = history(List.of(FIRST, SECOND, THIRD));

    assertThat(versionAt(history, 1_499)).isEqualTo(1);
    assertThat(versionAt(history, 1_500)).isEqualTo(3);
    assertThat(versionAt(history, 2_000)).as("2 takes effect after 3 did").isEqualTo(3);
  }

  @Test
  void theFirstReleaseJudgesAllBeforeIt() {
    assertThat(versionAt(history(List.of(SECOND, FIRST)), 0)).isEqualTo(1);
  }

  @Test
  void theOrderOfArrivalMakesNoDifference() {
    for (int seed = 0; seed < 10; seed++) {
      List<Release> order =
          Lists.shuffled(List.of(FIRST, SECOND, THIRD), new SplittableRandom(seed));

      assertThat(history(order).releases()).containsExactly(FIRST, SECOND, THIRD);
    }
  }

  @Test
  void aReleaseThatIsThereChangesNothing() {
    ReleaseHistory history = history(List.of(FIRST, SECOND));

    assertThat(history.with(FIRST).history()).isSameAs(history);
    assertThat(history.with(FIRST).isRefused()).isFalse();
  }

  @Test
  void theNextChangeIsWhenAHigherVersionTakesEffect() {
    ReleaseHistory history = history(List.of(FIRST, SECOND, THIRD));

    assertThat(history.nextChangeAfter(0)).isEqualTo(1_500);
    assertThat(history.nextChangeAfter(1_499)).isEqualTo(1_500);
    assertThat(history.nextChangeAfter(1_500)).as("2 is below 3").isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whatIsAdmittedCompiles() {
    assertThat(FIRST.compile().model().version()).isEqualTo(1);
    assertThatIllegalStateException()
        .isThrownBy(() -> Release.of("minimal", 2, 0, "model: minimal").compile())
        .withMessageContaining("minimal@2");
  }

  @Test
  void anInvalidTextIsRefusedWithItsProblems() {
    String yaml = FIRST.yaml().replace("half-life: 10d", "half-life: ten");
    Admission admission = history(List.of(FIRST)).with(Release.of("minimal", 2, 2_000, yaml));

    assertThat(admission.isRefused()).isTrue();
    assertThat(admission.history().releases()).containsExactly(FIRST);
    assertThat(admission.problems())
        .extracting(Problem::toString)
        .singleElement()
        .asString()
        .startsWith("minimal@2:22:16: half-life cannot be 'ten'");
  }

  @Test
  void aVersionIsPublishedOnce() {
    assertRefused(
        history(List.of(FIRST)).with(release(1, 9_000)),
        "version 1 was published with another text or time");
  }

  @Test
  void aTextThatWasChangedOnTheWayIsRefused() {
    Release changed = new Release("minimal", 2, 2_000, SECOND.yaml() + " ", SECOND.sha256());

    assertRefused(
        history(List.of(FIRST)).with(changed), "the text does not have the hash that it carries");
  }

  @Test
  void anotherModelIsRefused() {
    assertRefused(
        history(List.of(FIRST)).with(Release.of("other", 2, 2_000, FIRST.yaml())),
        "this job scores by the model 'minimal'");
    assertRefused(
        ReleaseHistory.empty().with(Release.of("other", 2, 2_000, FIRST.yaml())),
        "the text names the model 'minimal'");
  }

  @Test
  void anEmptyHistoryJudgesNothing() {
    assertThat(ReleaseHistory.empty().isEmpty()).isTrue();
    assertThatIllegalStateException().isThrownBy(() -> ReleaseHistory.empty().inForceAt(0));
  }

  @Test
  void theHashIsOfTheUtf8() {
    assertThat(Release.sha256Of("料金"))
        .isEqualTo("3a19040ba751154c215ca60ebeb9e477080d56e25e0a3e4cd24a6d0c77f35cab");
  }

  private static void assertRefused(Admission admission, String message) {
    assertThat(admission.problems()).extracting(Problem::message).containsExactly(message);
  }

  private static long versionAt(ReleaseHistory history, long timestamp) {
    return history.inForceAt(timestamp).version();
  }

  private static ReleaseHistory history(List<Release> releases) {
    ReleaseHistory history = ReleaseHistory.empty();
    for (Release release : releases) {
      history = history.with(release).history();
    }
    return history;
  }

  private static Release release(long version, long effectiveAt) {
    return Release.of("minimal", version, effectiveAt, ShippedModels.text("minimal"));
  }
}
