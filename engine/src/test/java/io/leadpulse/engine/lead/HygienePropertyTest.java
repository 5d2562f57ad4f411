package io.leadpulse.engine.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.property.Lists;
import io.leadpulse.engine.property.Property;
import io.leadpulse.engine.release.ShippedModels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What machines do is worth nothing in the end, whatever order it comes in. */
class HygienePropertyTest {
  private static final int END = 490_100;
  private static final ThreadLocal<LeadScorer> SCORERS =
      ThreadLocal.withInitial(
          () ->
              LeadRun.scorer(
                  ShippedModels.compiled("b2b-japan").model(), new ScoringSettings(0, 7 * 24)));

  private record Case(List<LeadLog.Input> inputs, List<LeadLog.Input> machine, long seed) {
    List<LeadLog.Input> all() {
      List<LeadLog.Input> all = new ArrayList<>(inputs);
      all.addAll(machine);
      return all;
    }

    SplittableRandom random() {
      return new SplittableRandom(seed);
    }
  }

  private static LeadRun run() {
    return new LeadRun(SCORERS.get());
  }

  @Test
  void anyOrderOfArrivalGivesTheSameScoreAndSuspects() {
    Property.check(
        random -> new Case(Visits.anything(random), List.of(), random.nextLong()),
        whole ->
            Lists.smaller(whole.inputs()).stream()
                .map(fewer -> new Case(fewer, List.of(), whole.seed()))
                .toList(),
        given -> {
          LeadRun inOrder = run();
          given.inputs().stream()
              .sorted(Comparator.comparingLong(LeadLog.Input::at))
              .forEach(inOrder::take);
          inOrder.end(END);

          SplittableRandom random = given.random();
          List<LeadLog.Input> arrivals = new ArrayList<>(given.inputs());
          given.inputs().stream().filter(i -> random.nextInt(4) == 0).forEach(arrivals::add);
          LeadRun shuffled = run();
          for (LeadLog.Input input : Lists.shuffled(arrivals, random)) {
            shuffled.take(input);
            disturb(shuffled, random);
          }
          shuffled.end(END);
          assertThat(shuffled.scores()).isEqualTo(inOrder.scores());
          assertThat(shuffled.state().suspects()).isEqualTo(inOrder.state().suspects());
          assertThat(lines(shuffled.state())).isEqualTo(lines(inOrder.state()));
        });
  }

  private static void disturb(LeadRun run, SplittableRandom random) {
    switch (random.nextInt(5)) {
      case 0 -> run.storeAndRestore();
      case 1 -> run.releaseClicks(Long.MAX_VALUE - 1);
      default -> {
        // Most of the time nothing.
      }
    }
  }

  /** The ledger in words. */
  private static List<String> lines(LeadState state) {
    List<String> lines = new ArrayList<>();
    var ledger = state.ledger();
    for (int at = ledger.first(); at >= 0; at = ledger.next(at)) {
      for (int i = 0; i < ledger.hourCount(at); i++) {
        lines.add(ledger.signal(at) + ": " + ledger.hour(at, i) + " x " + ledger.count(at, i));
      }
      for (int i = 0; i < ledger.intervalCount(at); i++) {
        lines.add(ledger.signal(at) + ": " + ledger.key(at, i) + " at " + ledger.firstHour(at, i));
      }
    }
    return lines;
  }

  @Test
  void aRetractionLeavesTheScoreAsIfTheMachineHadNeverCome() {
    Property.check(
        random -> {
          List<LeadLog.Input> person = new Visits(random).byPerson();
          long last = person.get(person.size() - 1).at();
          return new Case(person, new Visits(random).byScanner(last), random.nextLong());
        },
        given -> {
          LeadRun alone = run();
          given.inputs().forEach(alone::take);
          alone.end(END);

          SplittableRandom random = given.random();
          LeadRun together = run();
          for (LeadLog.Input input : Lists.shuffled(given.all(), random)) {
            together.take(input);
            disturb(together, random);
          }
          together.end(END);
          assertThat(intents(together)).isEqualTo(intents(alone));
          assertThat(lines(together.state())).isEqualTo(lines(alone.state()));
          assertThat(together.state().suspects()).isEqualTo(given.machine().size());
        });
  }

  private static Map<String, Long> intents(LeadRun run) {
    Map<String, Long> intents = new TreeMap<>();
    run.scores().forEach((card, score) -> intents.put(card, score.intent()));
    return intents;
  }

  @Test
  void everyMoveOfAnOutcomeStartsWhereTheLastOneEnded() {
    Property.check(
        random -> new Case(Visits.anything(random), List.of(), random.nextLong()),
        given -> {
          LeadRun run = run();
          Map<Outcome, Integer> counts = new TreeMap<>();
          for (LeadLog.Input input : Lists.shuffled(given.inputs(), given.random())) {
            count(run.take(input), counts);
          }
          Step end = run.end(END);
          end.moves().forEach(move -> move(move, counts));
          assertThat(counts.values()).allMatch(count -> count >= 0);
          assertThat(counts.values().stream().mapToInt(Integer::intValue).sum())
              .isEqualTo(given.inputs().size());
          assertThat(counts.getOrDefault(Outcome.PENDING, 0)).isZero();
          assertThat((long) counts.getOrDefault(Outcome.SUSPECT, 0))
              .isEqualTo(run.state().suspects());
        });
  }

  private static void count(Step step, Map<Outcome, Integer> counts) {
    counts.merge(step.outcome(), 1, Integer::sum);
    step.moves().forEach(move -> move(move, counts));
  }

  private static void move(Move move, Map<Outcome, Integer> counts) {
    counts.merge(move.from(), -1, Integer::sum);
    counts.merge(move.to(), 1, Integer::sum);
  }
}
