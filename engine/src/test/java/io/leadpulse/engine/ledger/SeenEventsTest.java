package io.leadpulse.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.property.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeenEventsTest {
  private static final int WINDOW = 5;

  /** An arrival; few different ones, so that many are copies. */
  private record Arrival(int source, long hash, int hour) {}

  /** The plain list of all that is remembered: the oracle. */
  private static final class PlainList {
    private final List<Arrival> seen = new ArrayList<>();

    boolean add(Arrival arrival) {
      if (seen.stream().anyMatch(s -> s.hash == arrival.hash && s.source == arrival.source)) {
        return false;
      }
      boolean newest =
          seen.stream().noneMatch(s -> s.source == arrival.source && s.hour >= arrival.hour);
      if (newest) {
        int from = arrival.hour - WINDOW;
        seen.removeIf(s -> s.source == arrival.source && s.hour < from);
      }
      return seen.add(arrival);
    }
  }

  private static List<Arrival> arrivals(SplittableRandom random) {
    List<Arrival> arrivals = new ArrayList<>();
    int size = random.nextInt(200);
    int hour = 0;
    for (int i = 0; i < size; i++) {
      hour += random.nextInt(12) == 0 ? random.nextInt(4) : 0;
      arrivals.add(new Arrival(random.nextInt(3), random.nextInt(300), hour - random.nextInt(2)));
    }
    return arrivals;
  }

  @Test
  void knowsTheCopiesThatAPlainListKnows() {
    Property.check(
        SeenEventsTest::arrivals,
        arrivals -> {
          SeenEvents seen = new SeenEvents();
          PlainList plain = new PlainList();
          for (Arrival arrival : arrivals) {
            assertThat(seen.add(arrival.source, arrival.hash, arrival.hour, WINDOW))
                .isEqualTo(plain.add(arrival));
          }
          assertThat(listed(seen)).isEqualTo(plain.seen);
        });
  }

  private static List<Arrival> listed(SeenEvents seen) {
    List<Arrival> listed = new ArrayList<>();
    for (int run = 0; run < seen.runCount(); run++) {
      while (listed.size() < seen.end(run)) {
        listed.add(new Arrival(seen.source(run), seen.hash(listed.size()), seen.hour(run)));
      }
    }
    return listed;
  }

  @Test
  void neighboursOfOneSourceAndHourShareARunAfterPruningToo() {
    SeenEvents seen = new SeenEvents();
    seen.add(0, 1, 100, WINDOW);
    seen.add(1, 2, 90, WINDOW);
    seen.add(0, 3, 100, WINDOW);
    assertThat(seen.runCount()).isEqualTo(3);
    seen.add(1, 4, 101, WINDOW);
    assertThat(seen.runCount()).isEqualTo(2);
    assertThat(seen.size()).isEqualTo(3);
  }
}
