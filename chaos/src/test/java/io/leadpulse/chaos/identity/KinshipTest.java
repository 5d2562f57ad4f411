package io.leadpulse.chaos.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.identity.IdentityChange;
import io.leadpulse.engine.identity.IdentityChange.Kind;
import org.junit.jupiter.api.Test;

class KinshipTest {
  private final Kinship kinship = new Kinship();

  private void take(Kind kind, String id, String other) {
    kinship.take(new IdentityChange(kind, "e", 0, id, other), 3);
  }

  private void merge(String id, String into) {
    take(Kind.MERGE, id, into);
  }

  @Test
  void aChainIsOnePersonWhateverComesFirst() {
    merge("b", "c");
    merge("a", "b");
    merge("a", "b");
    assertThat(kinship.personOf("a")).isEqualTo(kinship.personOf("b")).isEqualTo("c");
    assertThat(kinship.merges()).isEqualTo(2);
  }

  @Test
  void aCircleIsOnePerson() {
    merge("a", "b");
    merge("b", "c");
    merge("c", "a");
    assertThat(kinship.personOf("a")).isEqualTo(kinship.personOf("c"));
  }

  @Test
  void aSecondMergeOfAnIdTakesAllAlong() {
    merge("a", "b");
    merge("a", "c");
    assertThat(kinship.personOf("b")).isEqualTo("c");
  }

  @Test
  void whoeverWasMergedIntoAnIdLeavesWithIt() {
    merge("a", "b");
    merge("b", "c");
    take(Kind.SPLIT, "b", "");
    take(Kind.SPLIT, "b", "");
    assertThat(kinship.personOf("a")).isEqualTo("b");
    assertThat(kinship.personOf("c")).isEqualTo("c");
    assertThat(kinship.splits()).isEqualTo(1);
  }

  @Test
  void aPersonIsErasedUnderAllIds() {
    merge("a", "b");
    take(Kind.ERASE, "a", "");
    take(Kind.ERASE, "b", "");
    merge("c", "a");
    merge("a", "d");
    assertThat(kinship.erasedIn("b")).isEqualTo(3);
    assertThat(kinship.isErased("c")).isTrue();
    assertThat(kinship.isErased("d")).isFalse();
    assertThat(kinship.erasures()).isEqualTo(2);
  }
}
