package io.leadpulse.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.identity.IdentityChange.Kind;
import io.leadpulse.engine.property.Lists;
import io.leadpulse.engine.property.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
  private static final List<String> IDS = List.of("ada", "bob", "cid", "dan", "eve", "fay");

  @Test
  void chainsAreFollowedToTheirEnd() {
    Identities identities = Identities.of(List.of(merge("ada", "bob"), merge("bob", "cid")));
    assertThat(identities.owner("ada")).isEqualTo("cid");
    assertThat(identities.owner("bob")).isEqualTo("cid");
    assertThat(identities.owner("cid")).isEqualTo("cid");
    assertThat(identities.owner("nobody-heard-of")).isEqualTo("nobody-heard-of");
  }

  @Test
  void whoWasMergedBeforeTakesThePersonAlong() {
    Identities identities = Identities.of(List.of(merge("ada", "bob"), merge("ada", "cid")));
    assertThat(identities.owner("bob")).isEqualTo("cid");
    assertThat(identities.owner("ada")).isEqualTo("cid");
  }

  @Test
  void aCircleOfMergesEndsWhereItWouldClose() {
    Identities identities =
        Identities.of(List.of(merge("ada", "bob"), merge("bob", "cid"), merge("cid", "ada")));
    assertThat(IDS.subList(0, 3)).allMatch(id -> identities.owner(id).equals("cid"));
  }

  @Test
  void aSplitTakesAlongWhatCameBefore() {
    List<IdentityChange> changes =
        List.of(merge("ada", "bob"), merge("bob", "cid"), of(Kind.SPLIT, "bob"));
    Identities identities = Identities.of(changes);
    assertThat(identities.owner("ada")).isEqualTo("bob");
    assertThat(identities.owner("bob")).isEqualTo("bob");
    assertThat(identities.owner("cid")).isEqualTo("cid");
  }

  @Test
  void anErasureIsOfAllIdsForGood() {
    Identities identities =
        Identities.of(
            List.of(
                merge("ada", "bob"),
                of(Kind.ERASE, "ada"),
                of(Kind.SPLIT, "ada"),
                merge("bob", "dan"),
                merge("cid", "ada")));
    assertThat(List.of("ada", "bob", "cid")).allMatch(identities::isErased);
    assertThat(identities.isErased("dan")).isFalse();
  }

  @Test
  void whoWasSplitOffBeforeAnErasureStays() {
    Identities identities =
        Identities.of(List.of(merge("ada", "bob"), of(Kind.SPLIT, "ada"), of(Kind.ERASE, "bob")));
    assertThat(identities.isErased("ada")).isFalse();
    assertThat(identities.isErased("bob")).isTrue();
  }

  @Test
  void comesToWhatSetsOfIdsComeTo() {
    Property.check(
        IdentitiesTest::changes,
        Lists::smaller,
        changes -> {
          NaiveIdentities naive = new NaiveIdentities(IDS);
          changes.forEach(naive::take);
          Identities identities = Identities.of(changes);
          for (String id : IDS) {
            assertThat(identities.owner(id)).as(id).isEqualTo(naive.owner(id));
            assertThat(identities.isErased(id)).as(id).isEqualTo(naive.isErased(id));
          }
        });
  }

  private static List<IdentityChange> changes(SplittableRandom random) {
    List<IdentityChange> changes = new ArrayList<>();
    for (int left = random.nextInt(20); left > 0; left--) {
      String id = anyOf(IDS, random);
      changes.add(
          switch (random.nextInt(12)) {
            case 0 -> of(Kind.ERASE, id);
            case 1, 2, 3 -> of(Kind.SPLIT, id);
            case 4 -> of(Kind.LINK, id);
            default -> merge(id, anyOf(IDS, random));
          });
    }
    return changes;
  }

  private static String anyOf(List<String> ids, SplittableRandom random) {
    return ids.get(random.nextInt(ids.size()));
  }

  private static IdentityChange merge(String id, String into) {
    return new IdentityChange(Kind.MERGE, "", 0, id, into);
  }

  private static IdentityChange of(Kind kind, String id) {
    return new IdentityChange(kind, "", 0, id, "");
  }
}
