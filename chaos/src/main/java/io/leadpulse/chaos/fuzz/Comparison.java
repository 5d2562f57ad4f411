package io.leadpulse.chaos.fuzz;

import io.leadpulse.chaos.fuzz.Classifier.Fate;
import io.leadpulse.chaos.fuzz.Expectation.Place;
import io.leadpulse.chaos.stage.Board;
import io.leadpulse.chaos.stage.ColdReplay;
import io.leadpulse.chaos.stage.Stage;
import io.leadpulse.cli.stack.OutcomeTotals;
import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.lead.ScoreRow;
import io.leadpulse.schemas.DeadLetter;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Holds what the job wrote against what it had to. */
final class Comparison {
  private static final String SCORECARD = "new-business";

  private final Stage stage;
  private final Expectation expected;
  private final ColdReplay scores;
  private final OutcomeTotals totals;
  private final Set<Place> letters = new HashSet<>();
  private long twice;
  private long compared;
  private long wrongScores;

  Comparison(Stage stage, Expectation expected, ColdReplay scores, OutcomeTotals totals) {
    this.stage = stage;
    this.expected = expected;
    this.scores = scores;
    this.totals = totals;
  }

  FuzzReport report(long seed, long restarts, double seconds) {
    stage.read(Topics.DEAD_LETTER, Limits.DEAD_LETTER, letter -> letter.ifValue(this::take));
    compareScores();
    Set<Place> must = expected.refused();
    long missing = must.stream().filter(place -> !letters.contains(place)).count();
    long unexpected = letters.stream().filter(place -> !must.contains(place)).count();
    long counters = counterDifferences();
    long differences = missing + unexpected + twice + wrongScores + counters + expected.unread();
    long fuzzed = expected.damage().values().stream().mapToLong(FuzzReport.Kind::records).sum();
    long records = FuzzRun.sum(totals);
    return new FuzzReport(
        seed,
        records,
        fuzzed,
        records - fuzzed,
        letters.size() + twice,
        must.size(),
        differences,
        missing,
        unexpected,
        twice,
        compared,
        wrongScores,
        counters,
        restarts,
        Math.round(seconds * 10) / 10.0,
        Math.round(records / seconds),
        expected.damage());
  }

  private void take(DeadLetter letter) {
    if (!letters.add(
        new Place(letter.getSourceTopic(), letter.getPartition(), letter.getOffset()))) {
      twice++;
    }
  }

  private void compareScores() {
    int now = Hours.of(System.currentTimeMillis());
    try (Board board = new Board(stage)) {
      board.update();
      board.rows().forEach((place, row) -> compare(place, row));
      for (String lead : scores.leads()) {
        if (!board.rows().containsKey(new Board.Place(lead, SCORECARD))) {
          ScoreRow.Content cold = scores.at(lead, SCORECARD, now);
          note(cold == null || cold.score().intent() == 0);
        }
      }
    }
  }

  private void compare(Board.Place place, Board.Row row) {
    note(row.agrees(scores.at(place.leadId(), place.scorecard(), row.hour())));
  }

  private void note(boolean equal) {
    compared++;
    wrongScores += equal ? 0 : 1;
  }

  /** P1, by outcome: what was taken, what had expired, what was refused. */
  private long counterDifferences() {
    long expired = outcomes("expired");
    long refused = outcomes("dead-lettered");
    long taken = FuzzRun.sum(totals) - expired - refused;
    return Math.abs(taken - expected.count(Fate.GOOD))
        + Math.abs(expired - expected.count(Fate.EXPIRED))
        + Math.abs(refused - expected.count(Fate.REFUSED));
  }

  private long outcomes(String outcome) {
    return totals.bySource().values().stream()
        .mapToLong((Map<String, Long> source) -> source.getOrDefault(outcome, 0L))
        .sum();
  }
}
