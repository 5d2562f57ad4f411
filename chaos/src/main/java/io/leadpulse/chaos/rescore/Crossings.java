package io.leadpulse.chaos.rescore;

import io.leadpulse.chaos.stage.Board;
import io.leadpulse.chaos.stage.ColdReplay;
import io.leadpulse.chaos.stage.Stage;
import io.leadpulse.engine.lead.ScoreRow;
import io.leadpulse.schemas.Crossing;
import io.leadpulse.schemas.ModelImpact;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who crosses into or out of HOT by one release: as told, and as it must be. */
final class Crossings {
  private static final long MILLI = 1_000;

  private final Variant before;
  private final Variant after;
  private final ColdReplay coldBefore;
  private final ColdReplay coldAfter;
  private final Map<String, ModelImpact> told = new HashMap<>();
  private long twice;
  private long entered;
  private long expected;
  private long differences;

  Crossings(Variant before, Variant after, ColdReplay coldBefore, ColdReplay coldAfter) {
    this.before = before;
    this.after = after;
    this.coldBefore = coldBefore;
    this.coldAfter = coldAfter;
  }

  /**
   * Compares for every lead.
   *
   * @param board the rows by the release
   */
  void compare(Stage stage, Board board) {
    stage.read(Topics.MODEL_IMPACT, Limits.RESULT, impact -> impact.ifValue(this::hear));
    for (String lead : coldBefore.leads()) {
      ModelImpact impact = told.get(lead);
      Board.Row row = board.rows().get(new Board.Place(lead, Variant.SCORECARD));
      if (row != null) {
        check(lead, row, impact == null ? null : impact.getCrossing());
      } else if (impact != null) {
        differences++;
      }
    }
    differences += twice;
  }

  private void hear(ModelImpact impact) {
    if (told.put(impact.getLeadId(), impact) != null) {
      twice++;
    }
    entered += impact.getCrossing() == Crossing.ENTERED ? 1 : 0;
  }

  /**
   * A lead met the release at an hour between its last row before and its first one after, which
   * differ only where a timer came in between.
   */
  private void check(String lead, Board.Row row, @Nullable Crossing crossing) {
    for (int hour = row.metAt(); hour >= row.wasAt(); hour--) {
      if (right(lead, row, hour) == crossing) {
        expected += crossing == null ? 0 : 1;
        return;
      }
    }
    differences++;
    expected += right(lead, row, row.metAt()) == null ? 0 : 1;
  }

  /**
   * What is to be told. Whether a lead is in an episode depends on when the job saw its events, so
   * that is taken from its last row before; everything else is worked out anew.
   */
  private @Nullable Crossing right(String lead, Board.Row row, int hour) {
    ScoreRow.Content old = coldBefore.at(lead, Variant.SCORECARD, hour);
    ScoreRow.Content now = coldAfter.at(lead, Variant.SCORECARD, hour);
    boolean open = row.wasHot();
    boolean was = open || mayEnter(old, before);
    boolean is = open ? stays(now) : mayEnter(now, after);
    return was == is ? null : is ? Crossing.ENTERED : Crossing.LEFT;
  }

  private boolean stays(ScoreRow.@Nullable Content row) {
    return row != null && row.score().intent() >= after.hotExit() * MILLI;
  }

  /** No lead here has a profile, a hold or an exclusion. */
  private static boolean mayEnter(ScoreRow.@Nullable Content row, Variant model) {
    return row != null
        && row.score().intent() >= model.hotEnter() * MILLI
        && row.score().distinctSignals() >= Variant.DISTINCT_SIGNALS
        && row.score().humanSignals() >= 1;
  }

  long told() {
    return told.size();
  }

  long entered() {
    return entered;
  }

  long expected() {
    return expected;
  }

  long differences() {
    return differences;
  }
}
