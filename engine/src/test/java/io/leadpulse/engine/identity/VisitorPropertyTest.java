package io.leadpulse.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.property.Lists;
import io.leadpulse.engine.property.Property;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VisitorPropertyTest {
  private static final long DAY = 86_400_000;
  private static final long T = 20_500 * DAY;
  private static final String ERASED = "lead-1";

  /**
   * A record of a visitor.
   *
   * @param lead whom a link is to; null for a touch
   * @param arrives its place in the order of arrival
   */
  private record Arrival(int visitor, int number, long at, @Nullable String lead, double arrives) {
    Arrival later(double by) {
      return new Arrival(visitor, number, at, lead, arrives + by);
    }
  }

  /** Links of a visitor come in order; a touch comes before no switch that it comes after. */
  @Test
  void whoseATouchIsDependsOnNoOrderOfArrival() {
    Property.check(
        VisitorPropertyTest::history,
        arrivals -> {
          Map<Integer, VisitorRun> visitors = run(arrivals);
          visitors.forEach(
              (id, visitor) -> {
                List<Arrival> own = arrivals.stream().filter(a -> a.visitor == id).toList();
                assertThat(visitor.strays).isZero();
                assertThat(visitor.leads).isEqualTo(expected(own, false));
                assertThat(visitor.dropped.keySet()).isEqualTo(expected(own, true).keySet());
              });
        });
  }

  @Test
  void everyTouchComesToOneEndInWhateverOrder() {
    Property.check(
        random -> Lists.shuffled(crowd(random), random),
        Lists::smaller,
        arrivals -> {
          VisitorRun visitor = new VisitorRun();
          arrivals.forEach(arrival -> take(visitor, arrival));
          long touches = arrivals.stream().filter(a -> a.lead == null).count();
          assertThat(visitor.placed + visitor.copies + visitor.began).isEqualTo((int) touches);
          assertThat(visitor.state().waiting()).hasSize(visitor.began - visitor.left);
          if (visitor.state().isShared() || !visitor.state().links().isEmpty()) {
            assertThat(visitor.state().waiting()).isEmpty();
          }
        });
  }

  @Test
  void theLatestFiveHundredWaitWhateverTheOrder() {
    SplittableRandom random = new SplittableRandom(7);
    List<Arrival> arrivals = new ArrayList<>();
    for (int number = 0; number < 700; number++) {
      arrivals.add(new Arrival(0, number, T + random.nextInt(300), null, 0));
    }
    VisitorRun first = run(arrivals).get(0);
    assertThat(first.state().waiting()).hasSize(VisitorPolicy.MOST_WAITING).isSorted();
    assertThat(first.dropped).hasSize(200).containsValue(DropReason.TOO_MANY);
    long earliest = first.state().waiting().get(0).occurredAt();
    assertThat(first.dropped.keySet())
        .allSatisfy(number -> assertThat(arrivals.get(number).at).isLessThanOrEqualTo(earliest));
    for (int order = 0; order < 20; order++) {
      VisitorRun other = new VisitorRun();
      Lists.shuffled(arrivals, random).forEach(arrival -> take(other, arrival));
      assertThat(other.state().waiting()).isEqualTo(first.state().waiting());
    }
  }

  /** So it makes no difference how long it takes until a visitor's turn has come. */
  @Test
  void whenALeadIsErasedDecidesNothing() {
    Property.check(
        random -> new Erasure(few(random), random.nextLong()),
        given -> {
          SplittableRandom random = new SplittableRandom(given.seed);
          VisitorRun visitor = new VisitorRun();
          VisitorRun other = new VisitorRun();
          for (Arrival arrival : given.arrivals) {
            if (random.nextInt(4) == 0) {
              visitor.erase(ERASED);
            }
            take(visitor, arrival);
            take(other, arrival);
          }
          visitor.leads.replaceAll((touch, lead) -> lead.equals(ERASED) ? Link.NOBODY : lead);
          other.leads.replaceAll((touch, lead) -> lead.equals(ERASED) ? Link.NOBODY : lead);
          assertThat(visitor.leads).isEqualTo(other.leads);
          assertThat(visitor.dropped).isEqualTo(other.dropped);
          assertThat(visitor.state().waiting()).isEqualTo(other.state().waiting());
          visitor.erase(ERASED);
          assertThat(visitor.state().links()).extracting(Link::leadId).doesNotContain(ERASED);
        });
  }

  private record Erasure(List<Arrival> arrivals, long seed) {}

  /** One visitor, so few links that no bound is met, in their order; touches come at any time. */
  private static List<Arrival> few(SplittableRandom random) {
    List<Arrival> all = links(0, random);
    for (int number = random.nextInt(8); number > 0; number--) {
      long at = T + random.nextLong(-120 * DAY, 40 * DAY);
      all.add(random.nextInt(all.size() + 1), new Arrival(0, number, at, null, 0));
    }
    return all;
  }

  private static Map<Integer, VisitorRun> run(List<Arrival> arrivals) {
    Map<Integer, VisitorRun> visitors = new HashMap<>();
    List<Arrival> inOrder = new ArrayList<>(arrivals);
    inOrder.sort(Comparator.comparingDouble(Arrival::arrives));
    for (Arrival arrival : inOrder) {
      take(visitors.computeIfAbsent(arrival.visitor, id -> new VisitorRun()), arrival);
    }
    return visitors;
  }

  private static void take(VisitorRun visitor, Arrival arrival) {
    if (arrival.lead == null) {
      visitor.touch(arrival.number, arrival.at);
    } else {
      visitor.link(arrival.at, arrival.lead);
    }
  }

  /** By looking at everything at once. */
  private static Map<Integer, String> expected(List<Arrival> own, boolean dropped) {
    List<Arrival> links =
        own.stream()
            .filter(a -> a.lead != null)
            .sorted(Comparator.comparingLong(Arrival::at).thenComparing(Arrival::lead))
            .toList();
    Map<Integer, String> leads = new HashMap<>();
    for (Arrival touch : own) {
      if (touch.lead == null && !links.isEmpty()) {
        boolean tooOld = touch.at < links.get(0).at - 90 * DAY;
        if (tooOld == dropped) {
          leads.put(touch.number, leadAt(links, touch.at));
        }
      }
    }
    return leads;
  }

  private static String leadAt(List<Arrival> links, long at) {
    String lead = links.get(0).lead;
    for (Arrival link : links) {
      lead = link.at <= at ? link.lead : lead;
    }
    return lead;
  }

  /** A few visitors, each a few leads, some copies; all times and places at random. */
  private static List<Arrival> history(SplittableRandom random) {
    List<Arrival> all = new ArrayList<>();
    int visitors = 1 + random.nextInt(3);
    for (int visitor = 0; visitor < visitors; visitor++) {
      List<Arrival> links = links(visitor, random);
      all.addAll(links);
      for (int number = random.nextInt(8); number > 0; number--) {
        long at = T + random.nextLong(-120 * DAY, 40 * DAY);
        double after = lastSwitchUpTo(links, at);
        all.add(new Arrival(visitor, number, at, null, after + random.nextDouble(1 - after)));
      }
    }
    for (Arrival original : List.copyOf(all)) {
      if (random.nextInt(5) == 0) {
        all.add(original.later(random.nextDouble(2)));
      }
    }
    return all;
  }

  private static List<Arrival> links(int visitor, SplittableRandom random) {
    List<Arrival> links = new ArrayList<>();
    long at = T;
    double arrives = 0;
    for (int count = random.nextInt(5); count > 0; count--) {
      at += random.nextLong(10 * DAY);
      arrives += random.nextDouble(0.2);
      links.add(new Arrival(visitor, -1, at, "lead-" + random.nextInt(3), arrives));
    }
    return links;
  }

  /** When the last link arrives that made the visitor another lead by then; 0 if none did. */
  private static double lastSwitchUpTo(List<Arrival> links, long at) {
    double last = 0;
    for (int i = 1; i < links.size(); i++) {
      Arrival link = links.get(i);
      if (link.at <= at && !link.lead.equals(links.get(i - 1).lead)) {
        last = link.arrives;
      }
    }
    return last;
  }

  /** One visitor with anything at all. */
  private static List<Arrival> crowd(SplittableRandom random) {
    List<Arrival> all = new ArrayList<>();
    int leads = 1 + random.nextInt(8);
    for (int count = random.nextInt(30); count > 0; count--) {
      long at = T + random.nextLong(-120 * DAY, 40 * DAY);
      boolean link = random.nextInt(4) == 0;
      all.add(new Arrival(0, count, at, link ? "lead-" + random.nextInt(leads) : null, 0));
    }
    all.addAll(all.subList(0, all.size() / 4));
    return List.copyOf(all);
  }
}
