package io.leadpulse.engine.lead;

import io.leadpulse.engine.classify.Classifier;
import io.leadpulse.engine.classify.ProfilePolicy;
import io.leadpulse.engine.expression.Conditions;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.score.Score;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One lead under a scorer, fed by hand, with all that was published. */
final class LeadRun {
  /** Shared by all runs: compiling the same conditions anew would be most of a property's time. */
  private static final Conditions CONDITIONS = new Conditions();

  final List<Alert> alerts = new ArrayList<>();
  final Map<String, ScoreRow.Content> rows = new HashMap<>();
  private final LeadStateCodec codec = new LeadStateCodec();
  private LeadScorer scorer;
  private LeadState state = new LeadState();
  private Profile profile = Profile.UNKNOWN;

  LeadRun(ScoringModel model, ScoringSettings settings) {
    this(scorer(model, settings));
  }

  /** A run by a scorer that others may share: making one takes longer than most runs. */
  LeadRun(LeadScorer scorer) {
    this.scorer = scorer;
  }

  static LeadScorer scorer(ScoringModel model, ScoringSettings settings) {
    return new LeadScorer(
        model, Classifier.of(model, CONDITIONS), ProfilePolicy.of(model, CONDITIONS), settings);
  }

  /** Takes another release into use for this lead, as the first touch under it would. */
  Step release(LeadScorer next) {
    LeadScorer before = scorer;
    scorer = next;
    Step step = next.onRelease(state, LeadLog.LEAD, before, Standing.NEVER_YET, () -> profile);
    publish(step);
    return step;
  }

  LeadState state() {
    return state;
  }

  byte[] bytes() {
    return codec.write(state);
  }

  void storeAndRestore() {
    state = codec.read(codec.write(state));
  }

  Step take(LeadLog.Input input) {
    Step step = step(input);
    publish(step);
    return step;
  }

  private Step step(LeadLog.Input input) {
    if (input instanceof LeadLog.Act act) {
      return scorer.onEngagement(state, act.event(), () -> profile);
    }
    if (input instanceof LeadLog.Sold sold) {
      return scorer.onSalesActivity(state, LeadLog.LEAD, sold.activity(), () -> profile);
    }
    Profile update = ((LeadLog.Known) input).profile();
    profile = update.updatedAt() > profile.updatedAt() ? update : profile;
    return scorer.onProfile(state, LeadLog.LEAD, profile, 0);
  }

  /** Lets each timer due up to an hour fire, one by one. */
  void fireTimers(int hour) {
    while (state.nextDue() <= hour) {
      fire(state.nextDue());
    }
  }

  Step fire(int hour) {
    Step step = scorer.onTime(state, LeadLog.LEAD, hour, () -> profile);
    publish(step);
    return step;
  }

  /** Lets clicks count that have waited until a moment. */
  Step releaseClicks(long until) {
    Step step = scorer.onQuarantineEnd(state, LeadLog.LEAD, until, () -> profile);
    publish(step);
    return step;
  }

  Step end(int hour) {
    Step step = scorer.onEnd(state, LeadLog.LEAD, hour, () -> profile);
    publish(step);
    return step;
  }

  /** The last published scores with a value, by scorecard. */
  Map<String, Score> scores() {
    Map<String, Score> scores = new TreeMap<>();
    rows.forEach(
        (card, row) -> {
          if (row.score().intent() > 0) {
            scores.put(card, row.score());
          }
        });
    return scores;
  }

  private void publish(Step step) {
    scorer.foresee(state, LeadLog.LEAD, () -> profile);
    alerts.addAll(step.alerts());
    for (ScoreRow row : step.rows()) {
      if (row.content() == null) {
        rows.remove(row.scorecard());
      } else {
        rows.put(row.scorecard(), row.content());
      }
    }
  }
}
