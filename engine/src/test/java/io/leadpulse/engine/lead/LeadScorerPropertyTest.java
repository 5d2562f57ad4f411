package io.leadpulse.engine.lead;

import static io.leadpulse.engine.lead.SalesActivity.Kind.WON;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.model.Audience;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.property.Lists;
import io.leadpulse.engine.property.Models;
import io.leadpulse.engine.property.Property;
import io.leadpulse.engine.score.Appraisal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeadScorerPropertyTest {
  private static final int END = 500_000;
  private static final int SPAN = 60 * 24;
  private static final Set<List<String>> READY =
      Set.of(List.of("awaiting-event"), List.of("cooldown"));

  private static final Set<SalesActivity.Kind> IN_HAND =
      EnumSet.of(
          SalesActivity.Kind.ACCEPTED,
          SalesActivity.Kind.CONTACTED,
          SalesActivity.Kind.MEETING,
          SalesActivity.Kind.QUALIFIED,
          WON);

  /** A lead's history under a model. */
  private record Case(
      ScoringModel model, List<LeadLog.Input> inputs, long toleranceMilli, long seed) {

    Case with(List<LeadLog.Input> fewer) {
      return new Case(model, fewer, toleranceMilli, seed);
    }

    ScoringSettings settings() {
      return new ScoringSettings(toleranceMilli, 7 * 24);
    }

    LeadRun run() {
      return new LeadRun(model, settings());
    }

    SplittableRandom random() {
      return new SplittableRandom(seed);
    }

    @Override
    public String toString() {
      return inputs + " tolerance " + toleranceMilli + " under " + model;
    }
  }

  private static Case acts(SplittableRandom random, int spanHours) {
    ScoringModel model = Models.random(random);
    List<LeadLog.Input> inputs = LeadLog.acts(random, model, spanHours);
    return new Case(model, inputs, random.nextLong(3_000), random.nextLong());
  }

  private static Case reported(SplittableRandom random) {
    ScoringModel model = Models.random(random);
    List<LeadLog.Input> inputs = LeadLog.reported(random, model, 400 * 24);
    return new Case(model, inputs, random.nextLong(3_000), random.nextLong());
  }

  private static Case mixed(SplittableRandom random) {
    ScoringModel model = Models.random(random);
    List<LeadLog.Input> inputs = LeadLog.mixed(random, model, SPAN);
    return new Case(model, inputs, random.nextLong(3_000), random.nextLong());
  }

  private static List<Case> smaller(Case whole) {
    return Lists.smaller(whole.inputs()).stream().map(whole::with).toList();
  }

  private static void checkActs(int spanHours, Consumer<Case> statement) {
    Property.check(random -> acts(random, spanHours), LeadScorerPropertyTest::smaller, statement);
  }

  private static void checkMixed(Consumer<Case> statement) {
    Property.check(LeadScorerPropertyTest::mixed, LeadScorerPropertyTest::smaller, statement);
  }

  @Test
  void anyOrderWithCopiesAndRestoresGivesTheSameScore() {
    Property.check(
        LeadScorerPropertyTest::reported,
        LeadScorerPropertyTest::smaller,
        given -> {
          LeadRun inOrder = given.run();
          given.inputs().forEach(inOrder::take);
          inOrder.end(END);

          SplittableRandom random = given.random();
          List<LeadLog.Input> arrivals = new ArrayList<>(given.inputs());
          given.inputs().stream().filter(i -> random.nextInt(4) == 0).forEach(arrivals::add);
          LeadRun shuffled = given.run();
          for (LeadLog.Input input : Lists.shuffled(arrivals, random)) {
            shuffled.take(input);
            if (random.nextInt(3) == 0) {
              shuffled.storeAndRestore();
            }
          }
          shuffled.end(END);
          assertThat(shuffled.scores()).isEqualTo(inOrder.scores());
        });
  }

  @Test
  void timerFirstOrEventFirstMakesNoDifference() {
    checkMixed(
        given -> {
          LeadRun timersFire = given.run();
          LeadRun eventsCatchUp = given.run();
          for (LeadLog.Input input : given.inputs()) {
            if (input instanceof LeadLog.Act act && act.event().ownStaff()) {
              continue;
            }
            if (!(input instanceof LeadLog.Known)) {
              timersFire.fireTimers(Hours.of(input.at()));
            }
            timersFire.take(input);
            eventsCatchUp.take(input);
            assertThat(timersFire.bytes()).isEqualTo(eventsCatchUp.bytes());
          }
          assertThat(shown(timersFire.alerts)).isEqualTo(shown(eventsCatchUp.alerts));
          assertThat(timersFire.scores()).isEqualTo(eventsCatchUp.scores());
        });
  }

  private static List<String> shown(List<Alert> alerts) {
    return alerts.stream()
        .map(a -> a.type() + a.alertId() + a.sequence() + a.cause() + a.score() + a.hotUntil())
        .toList();
  }

  @Test
  void onlyAcceptedInputsRaiseOrUpdate() {
    checkMixed(
        given -> {
          LeadRun run = given.run();
          for (LeadLog.Input input : given.inputs()) {
            while (run.state().nextDue() <= Hours.of(input.at())) {
              assertThat(run.fire(run.state().nextDue()).alerts())
                  .allMatch(alert -> alert.type() == Alert.Type.COOLED);
            }
            Step step = run.take(input);
            if (step.outcome() != Outcome.APPLIED) {
              assertThat(step.alerts()).isEmpty();
            }
          }
          assertThat(run.end(END + 10_000).alerts())
              .allMatch(alert -> alert.type() == Alert.Type.COOLED);
        });
  }

  @Test
  void whomAlertsAreRaisedOfFollowsFromTheLatestReport() {
    Set<Audience> met = new HashSet<>();
    checkMixed(
        given -> {
          LeadRun run = given.run();
          SalesActivity.Kind latest = SalesActivity.Kind.RECYCLED;
          for (LeadLog.Input input : given.inputs()) {
            latest = input instanceof LeadLog.Sold sold ? sold.activity().kind() : latest;
            Step step = run.take(input);
            for (Alert alert : step.alerts()) {
              if (alert.type() == Alert.Type.RAISED) {
                Audience audience = alert.scorecard().audience();
                met.add(audience);
                assertThat(latest)
                    .matches(
                        kind -> audience == Audience.LEADS ? !IN_HAND.contains(kind) : kind == WON);
              }
            }
            for (ScoreRow row : step.rows()) {
              assertBlockedUnlessCustomer(row.content(), latest == WON);
            }
          }
        });
    assertThat(met).as("raised at all").containsOnly(Audience.values());
  }

  private static void assertBlockedUnlessCustomer(
      ScoreRow.@Nullable Content row, boolean customer) {
    if (row != null && row.tier() != Tier.HOT) {
      boolean none = row.card().audience() == Audience.CUSTOMERS && !customer;
      assertThat(row.blockers().contains("not-a-customer")).isEqualTo(none);
    }
  }

  @Test
  void anEpisodeIsRaisedOnceAndItsIdIsItsOwn() {
    checkMixed(
        given -> {
          LeadRun run = given.run();
          given.inputs().forEach(run::take);
          Set<String> ids = new HashSet<>();
          Set<String> episodes = new HashSet<>();
          for (Alert alert : run.alerts) {
            if (alert.type() == Alert.Type.RAISED) {
              assertThat(ids.add(alert.alertId())).isTrue();
              assertThat(episodes.add(alert.scorecard().id() + alert.episode())).isTrue();
              assertThat(alert.sequence()).isZero();
            } else {
              assertThat(alert.sequence()).isPositive();
            }
          }
        });
  }

  @Test
  void anotherModelGivesTheIntentOfAColdReplayAndRaisesNothing() {
    checkMixed(
        given -> {
          ScoringModel revalued = Models.revalued(given.model(), given.random());
          LeadRun warm = given.run();
          given.inputs().forEach(warm::take);
          warm.rows.clear();
          assertThat(warm.release(LeadRun.scorer(revalued, given.settings())).alerts()).isEmpty();
          assertThat(warm.rows.values())
              .allMatch(row -> row.model().version() == revalued.version());
          assertThat(warm.end(END).alerts()).noneMatch(alert -> alert.type() == Alert.Type.RAISED);

          LeadRun cold = new LeadRun(revalued, given.settings());
          given.inputs().forEach(cold::take);
          cold.end(END);
          assertThat(warm.scores()).isEqualTo(cold.scores());
        });
  }

  @Test
  void releasesAmongTheInputsGiveTheIntentOfAColdReplay() {
    checkMixed(
        given -> {
          SplittableRandom random = given.random();
          ScoringModel model = given.model();
          LeadRun warm = given.run();
          for (LeadLog.Input input : given.inputs()) {
            if (random.nextInt(3) == 0) {
              model = Models.revalued(model, random);
              assertThat(warm.release(LeadRun.scorer(model, given.settings())).alerts()).isEmpty();
            }
            warm.take(input);
          }
          warm.rows.clear();
          warm.end(END);

          LeadRun cold = new LeadRun(model, given.settings());
          given.inputs().forEach(cold::take);
          cold.end(END);
          assertThat(warm.scores()).isEqualTo(cold.scores());
        });
  }

  @Test
  void whoCrossesByAReleaseIsAnImpactAndNobodyElse() {
    checkMixed(
        given -> {
          LeadRun run = given.run();
          given.inputs().forEach(run::take);
          if (given.inputs().isEmpty() || run.state().clock() < 0) {
            return;
          }
          run.end(run.state().clock());
          Set<String> hotBefore = hot(run);
          run.rows.clear();
          ScoringModel revalued = Models.revalued(given.model(), given.random());
          Step step = run.release(LeadRun.scorer(revalued, given.settings()));

          Set<String> crossed = new HashSet<>(hotBefore);
          hot(run).forEach(card -> toggle(crossed, card));
          assertThat(step.impacts()).extracting(Impact::scorecard).containsAll(crossed);
          assertThat(step.impacts()).hasSameSizeAs(crossed);
          for (Impact impact : step.impacts()) {
            assertThat(impact.entered()).isNotEqualTo(hotBefore.contains(impact.scorecard()));
            assertThat(impact.previousVersion()).isEqualTo(given.model().version());
          }
        });
  }

  @Test
  void aReleaseThatIsTakenBackLeavesEpisodesAsTheyWere() {
    checkMixed(
        given -> {
          LeadRun run = given.run();
          LeadRun undisturbed = given.run();
          SplittableRandom random = given.random();
          for (LeadLog.Input input : given.inputs()) {
            if (random.nextInt(3) == 0) {
              run.release(LeadRun.scorer(Models.harsher(given.model()), given.settings()));
              run.release(LeadRun.scorer(given.model(), given.settings()));
            }
            run.take(input);
            undisturbed.take(input);
          }
          assertThat(raised(run)).isEqualTo(raised(undisturbed));
        });
  }

  private static List<String> raised(LeadRun run) {
    return run.alerts.stream()
        .filter(alert -> alert.type() == Alert.Type.RAISED)
        .map(Alert::alertId)
        .toList();
  }

  /** Scorecards on which the lead is in an episode, or one event short of it. */
  private static Set<String> hot(LeadRun run) {
    Set<String> hot = new HashSet<>();
    run.rows.forEach(
        (card, row) -> {
          boolean ready = READY.contains(row.blockers());
          if (row.tier() == Tier.HOT || ready) {
            hot.add(card);
          }
        });
    return hot;
  }

  private static void toggle(Set<String> set, String element) {
    if (!set.remove(element)) {
      set.add(element);
    }
  }

  @Test
  void anEpisodeEndsAtTheHourThatWasComputedAhead() {
    checkActs(
        SPAN,
        given -> {
          LeadRun run = given.run();
          given.inputs().forEach(run::take);
          int hour = run.state().clock();
          List<Alert> raised =
              run.alerts.stream().filter(a -> a.type() == Alert.Type.RAISED).toList();
          for (Scorecard card : given.model().scorecards()) {
            Standing standing = run.state().standing(card.hash());
            if (!standing.isOpen() || raised.isEmpty()) {
              continue;
            }
            int expected = bruteExit(given, run, card, standing, hour);
            run.fireTimers(expected - 1);
            assertThat(standing.isOpen()).isTrue();
            run.fireTimers(expected);
            assertThat(standing.isOpen()).isFalse();
            return;
          }
        });
  }

  private static int bruteExit(
      Case given, LeadRun run, Scorecard card, Standing standing, int from) {
    Appraisal appraisal = loaded(given, run, card);
    int hour = from + 1;
    while (hour < standing.keepUntil || appraisal.intentAt(hour) >= card.hot().exit()) {
      hour++;
    }
    return hour;
  }

  private static Appraisal loaded(Case given, LeadRun run, Scorecard card) {
    Appraisal appraisal = new Appraisal(given.model());
    LeadState state = run.state();
    long dampers = state.verdict == null ? 0 : state.verdict.activeDampers();
    appraisal.load(state.ledger(), state.sales().markHours(), card, dampers);
    return appraisal;
  }

  @Test
  void silenceKeepsThePublishedScoreWithinTheTolerance() {
    checkMixed(
        given -> {
          LeadRun run = given.run();
          given.inputs().forEach(run::take);
          Scorecard card = given.model().scorecards().get(0);
          for (int hour = run.state().clock(); hour < END + 100 && hour > 0; hour += 31) {
            run.fireTimers(hour);
            ScoreRow.Content row = run.rows.get(card.id());
            long published = row == null ? 0 : row.score().intent();
            assertThat(Math.abs(loaded(given, run, card).intentAt(hour) - published))
                .isLessThanOrEqualTo(given.toleranceMilli());
          }
        });
  }

  @Test
  void storedStateReadsBackAsItWas() {
    checkMixed(
        given -> {
          LeadRun run = given.run();
          given.inputs().forEach(run::take);
          byte[] before = run.bytes();
          run.storeAndRestore();
          assertThat(run.bytes()).isEqualTo(before);
        });
  }

  /** What is kept between events of an hour is gone after a restore: then all is added up anew. */
  @Test
  void whatIsAddedTouchByTouchIsWhatTheWholeLedgerAddsUpTo() {
    Property.check(
        LeadScorerPropertyTest::sessions,
        LeadScorerPropertyTest::smaller,
        given -> {
          LeadRun running = given.run();
          LeadRun addingUp = given.run();
          for (LeadLog.Input input : given.inputs()) {
            running.take(input);
            addingUp.storeAndRestore();
            addingUp.take(input);
            assertThat(running.bytes()).isEqualTo(addingUp.bytes());
          }
          assertThat(shown(running.alerts)).isEqualTo(shown(addingUp.alerts));
          assertThat(running.rows).isEqualTo(addingUp.rows);
        });
  }

  private static Case sessions(SplittableRandom random) {
    ScoringModel model = Models.random(random);
    List<LeadLog.Input> inputs = LeadLog.sessions(random, model, SPAN);
    return new Case(model, inputs, random.nextLong(3_000), random.nextLong());
  }
}
