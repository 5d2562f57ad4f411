package io.leadpulse.engine.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.property.Lists;
import io.leadpulse.engine.property.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** A person of several ids is scored as one from the start, and as several after a split. */
class MergePropertyTest {
  private static final int END = 490_100;
  private static final List<String> IDS = List.of("ada", "bob", "eve");

  /** Something that happens to one of some leads. */
  private record Deed(String id, BiConsumer<People, String> deed, String text) {
    void at(People people) {
      deed.accept(people, id);
    }

    /** The same under another id. */
    void at(People people, String as) {
      deed.accept(people, as);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private record Case(List<Deed> deeds, long seed) {
    SplittableRandom random() {
      return new SplittableRandom(seed);
    }
  }

  /** Visits, forms and reports of sales of some leads, in any order. */
  private static Case of(SplittableRandom random) {
    List<Deed> deeds = new ArrayList<>();
    for (String id : IDS) {
      Visits.anything(random, id).forEach(input -> deeds.add(engaged(id, (LeadLog.Act) input)));
      int forms = random.nextInt(3);
      for (int i = 0; i < forms; i++) {
        deeds.add(form(id, random));
      }
      if (random.nextInt(4) == 0) {
        deeds.add(givenBack(id, random));
      }
    }
    return new Case(Lists.shuffled(deeds, random), random.nextLong());
  }

  private static Deed engaged(String id, LeadLog.Act act) {
    return engaged(id, act.event());
  }

  private static Deed engaged(String id, Engagement event) {
    return new Deed(id, (people, as) -> people.take(event, as), id + " " + event);
  }

  private static Deed form(String id, SplittableRandom random) {
    long at = Visits.START + random.nextLong(48 * Hours.MILLIS);
    return engaged(
        id,
        Engagement.of(EventKind.FORM_SUBMIT, id, "f" + random.nextLong())
            .occurredAt(at)
            .recordedAt(at)
            .form("document_request")
            .asset("a" + random.nextInt(2))
            .build());
  }

  private static Deed givenBack(String id, SplittableRandom random) {
    long at = Visits.START + random.nextLong(48 * Hours.MILLIS);
    SalesActivity.Kind kind =
        random.nextBoolean() ? SalesActivity.Kind.LOST : SalesActivity.Kind.RECYCLED;
    SalesActivity activity =
        new SalesActivity("s" + random.nextLong(), kind, at, at, Exclusion.NONE);
    return new Deed(id, (people, as) -> people.sold(as, activity), id + " " + kind + " at " + at);
  }

  private static List<Case> smaller(Case whole) {
    return Lists.smaller(whole.deeds()).stream().map(d -> new Case(d, whole.seed())).toList();
  }

  /** All the same under one id. */
  private static People onePerson(List<Deed> deeds, List<String> ids, String as) {
    People people = new People();
    for (Deed deed : deeds) {
      if (ids.contains(deed.id())) {
        deed.at(people, as);
      }
    }
    people.end(END);
    return people;
  }

  @Test
  void afterAMergeTheIntentIsThatOfOnePersonFromTheStart() {
    Property.check(
        MergePropertyTest::of,
        MergePropertyTest::smaller,
        given -> {
          SplittableRandom random = given.random();
          People people = new People();
          int first = random.nextInt(given.deeds().size() + 1);
          int second = random.nextInt(given.deeds().size() + 1);
          for (int i = 0; i <= given.deeds().size(); i++) {
            if (i == first) {
              people.merge("ada", "bob");
              people.merge("ada", "bob");
            }
            if (i == second) {
              people.merge("bob", "eve");
              people.merge("eve", "ada");
            }
            if (i < given.deeds().size()) {
              given.deeds().get(i).at(people);
            }
            if (random.nextInt(4) == 0) {
              people.storeAndRestore();
            }
          }
          people.end(END);
          People one = onePerson(given.deeds(), IDS, "eve");
          String owner = people.ownerOf("ada");
          assertThat(people.intents(owner)).isEqualTo(one.intents("eve"));
          IDS.stream()
              .filter(id -> !id.equals(owner))
              .forEach(id -> assertThat(people.intents(id)).isEmpty());
        });
  }

  @Test
  void aSplitRestoresBothToTheMilliPoint() {
    Property.check(
        MergePropertyTest::of,
        MergePropertyTest::smaller,
        given -> {
          SplittableRandom random = given.random();
          int size = given.deeds().size();
          int merge = random.nextInt(size + 1);
          int split = merge + random.nextInt(size + 1 - merge);
          People people = new People();
          for (int i = 0; i <= size; i++) {
            if (i == merge) {
              people.merge("ada", "bob");
            }
            if (i == split) {
              people.split("ada");
              people.split("ada");
            }
            if (i < size) {
              given.deeds().get(i).at(people);
            }
            if (random.nextInt(4) == 0) {
              people.storeAndRestore();
            }
          }
          people.end(END);
          People apart = new People();
          given.deeds().forEach(deed -> deed.at(apart));
          apart.end(END);
          for (String id : IDS) {
            assertThat(people.intents(id)).as(id).isEqualTo(apart.intents(id));
          }
        });
  }
}
