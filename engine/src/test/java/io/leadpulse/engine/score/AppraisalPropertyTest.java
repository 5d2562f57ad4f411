package io.leadpulse.engine.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.ledger.Ledger;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.property.Lists;
import io.leadpulse.engine.property.Models;
import io.leadpulse.engine.property.Property;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AppraisalPropertyTest {
  private static final int END = 500_000;
  private static final int SPAN = 40 * 24;

  /** A ledger under a model, with an order of its touches that is not the generated one. */
  private record Case(
      ScoringModel model,
      List<LedgerTouch> touches,
      List<Integer> marks,
      long profileDampers,
      long shuffle) {

    Case with(List<LedgerTouch> fewer) {
      return new Case(model, fewer, marks, profileDampers, shuffle);
    }

    int[] markHours() {
      return marks.stream().mapToInt(Integer::intValue).toArray();
    }

    Scorecard card() {
      return model.scorecards().get(0);
    }

    NaiveScore naive() {
      return new NaiveScore(model, card(), touches, markHours(), profileDampers);
    }

    Appraisal appraisal(List<LedgerTouch> order) {
      return appraisal(LedgerTouch.ledger(order, model));
    }

    Appraisal appraisal(Ledger ledger) {
      Appraisal appraisal = new Appraisal(model);
      appraisal.load(ledger, markHours(), card(), profileDampers);
      return appraisal;
    }

    @Override
    public String toString() {
      return touches + " marks " + marks + " under " + model;
    }
  }

  private static Case generate(SplittableRandom random, int spanHours, int mostCount) {
    ScoringModel model = Models.random(random);
    List<LedgerTouch> touches = LedgerTouch.random(random, model, END, spanHours, mostCount);
    int count = random.nextInt(4) == 0 ? random.nextInt(1, 4) : 0;
    List<Integer> marks =
        IntStream.range(0, count).mapToObj(i -> END - random.nextInt(spanHours)).sorted().toList();
    return new Case(model, touches, marks, random.nextInt(8), random.nextLong());
  }

  private static void check(int spanHours, int mostCount, Consumer<Case> statement) {
    Property.check(
        random -> generate(random, spanHours, mostCount),
        whole -> Lists.smaller(whole.touches()).stream().map(whole::with).toList(),
        statement);
  }

  @Test
  void intentFollowsItsDefinition() {
    check(
        SPAN,
        5,
        given -> {
          NaiveScore naive = given.naive();
          Appraisal appraisal = given.appraisal(given.touches());
          for (int hour : new int[] {END, END + 1, END + 100, END + 2_000}) {
            assertThat(appraisal.intentAt(hour)).isEqualTo(naive.intent(hour).longValueExact());
          }
        });
  }

  @Test
  void contributionsAndCutsAddUpExactly() {
    check(
        SPAN,
        5,
        given -> {
          Appraisal appraisal = given.appraisal(given.touches());
          Score score = appraisal.scoreAt(END + 7);
          assertThat(score.intent()).isEqualTo(appraisal.intentAt(END + 7));
          assertThat(score.contributions().stream().mapToLong(Contribution::milliPoints).sum())
              .isEqualTo(score.intent());
          assertThat(score.contributions()).allMatch(c -> c.milliPoints() >= 0 && c.cut() >= 0);
          assertThat(score.cuts().stream().mapToLong(Cut::milliPoints).sum())
              .isEqualTo(score.contributions().stream().mapToLong(Contribution::cut).sum());
        });
  }

  @Test
  void orderOfTouchesChangesNothing() {
    check(
        400 * 24,
        5,
        given -> {
          List<LedgerTouch> shuffled =
              Lists.shuffled(given.touches(), new SplittableRandom(given.shuffle()));
          assertThat(given.appraisal(shuffled).scoreAt(END))
              .isEqualTo(given.appraisal(given.touches()).scoreAt(END));
        });
  }

  @Test
  void unionOfLedgersIsTheLedgerOfTheUnion() {
    check(
        400 * 24,
        5,
        given -> {
          int cut = given.touches().size() / 2;
          ScoringModel model = given.model();
          Ledger first = LedgerTouch.ledger(given.touches().subList(0, cut), model);
          first.unite(
              LedgerTouch.ledger(given.touches().subList(cut, given.touches().size()), model),
              model.horizonHours());
          assertThat(given.appraisal(first).scoreAt(END))
              .isEqualTo(given.appraisal(given.touches()).scoreAt(END));
        });
  }

  @Test
  void pruningAtAnyTimeChangesNoLaterScore() {
    check(
        400 * 24,
        5,
        given -> {
          ScoringModel model = given.model();
          Ledger pruned = new Ledger();
          for (LedgerTouch touch : given.touches()) {
            touch.addTo(pruned, model);
            pruned.prune(END, model.horizonHours());
          }
          Appraisal whole = given.appraisal(given.touches());
          for (int hour : new int[] {END, END + 30, END + 500}) {
            assertThat(given.appraisal(pruned).scoreAt(hour)).isEqualTo(whole.scoreAt(hour));
          }
        });
  }

  @Test
  void silenceNeverRaisesAnIntentExceptAtTheEndOfADamper() {
    check(
        SPAN,
        5,
        given -> {
          Appraisal appraisal = given.appraisal(given.touches());
          long before = appraisal.intentAt(END);
          int damperEnd = appraisal.nextDamperEnd(END);
          for (int hour = END + 1; hour < END + 200; hour++) {
            long intent = appraisal.intentAt(hour);
            if (hour != damperEnd) {
              assertThat(intent).isLessThanOrEqualTo(before);
            }
            before = intent;
            damperEnd = appraisal.nextDamperEnd(hour);
          }
        });
  }

  @Test
  void hoursComputedAheadAreThoseFoundHourByHour() {
    check(
        SPAN,
        5,
        given -> {
          Appraisal appraisal = given.appraisal(given.touches());
          Forecast forecast = new Forecast(appraisal);
          long published = appraisal.intentAt(END);
          long tolerance = Math.abs(given.shuffle() % 2_000);
          long exit = given.card().hot().exit();
          int below = forecast.firstHourBelow(exit, END);
          int off = forecast.firstHourOff(published, tolerance, END);
          int last = Math.min(END + 700, Math.max(below, off == Integer.MAX_VALUE ? 0 : off));
          for (int hour = END + 1; hour <= last; hour++) {
            long intent = appraisal.intentAt(hour);
            if (hour <= below) {
              assertThat(intent < exit).as("below at %d", hour).isEqualTo(hour == below);
            }
            if (hour <= off) {
              boolean isOff = Math.abs(intent - published) > tolerance;
              assertThat(isOff).as("off at %d", hour).isEqualTo(hour == off);
            }
          }
          if (off == Integer.MAX_VALUE) {
            assertThat(published).isLessThanOrEqualTo(tolerance);
          }
        });
  }

  @Test
  void hoursComputedAheadAreThoseFoundByHalving() {
    check(
        SPAN,
        5,
        given -> {
          Appraisal appraisal = given.appraisal(given.touches());
          Forecast forecast = new Forecast(appraisal);
          PlainForecast plain = new PlainForecast(appraisal);
          long published = appraisal.intentAt(END) - given.shuffle() % 5_000;
          long tolerance = Math.abs(given.shuffle() % 2_000);
          long exit = 1 + Math.abs(given.shuffle() % 60_000);
          assertThat(forecast.firstHourBelow(exit, END)).isEqualTo(plain.firstHourBelow(exit, END));
          assertThat(forecast.firstHourOff(published, tolerance, END))
              .isEqualTo(plain.firstHourOff(published, tolerance, END));
        });
  }

  @Test
  void aMillionTouchesInEveryHourDoNotOverflow() {
    check(
        SPAN,
        1_000_000,
        given -> {
          NaiveScore naive = given.naive();
          boolean saturates =
              given.touches().stream().mapToLong(LedgerTouch::count).sum() > 1_000_000;
          Appraisal appraisal = given.appraisal(given.touches());
          BigInteger exact = naive.intent(END);
          if (saturates) {
            assertThat(BigInteger.valueOf(appraisal.intentAt(END))).isLessThanOrEqualTo(exact);
            assertThat(appraisal.intentAt(END)).isNotNegative();
          } else {
            assertThat(BigInteger.valueOf(appraisal.intentAt(END))).isEqualTo(exact);
          }
        });
  }
}
