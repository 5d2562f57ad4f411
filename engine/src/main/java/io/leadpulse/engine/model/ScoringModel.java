package io.leadpulse.engine.model;

import io.leadpulse.engine.profile.Exclusion;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * A whole validated model, as one release carries it.
 *
 * @param id the model's name
 * @param version of the release, growing
 * @param zone whose civil days {@code per-day} and {@code return} mean
 * @param retentionHours how long a touch counts at most
 * @param lostKeepMilli what touches before a lost deal keep, in thousandths
 * @param exclusions that bar a lead from HOT
 */
public record ScoringModel(
    String id,
    long version,
    ZoneId zone,
    int retentionHours,
    int lostKeepMilli,
    Set<Exclusion> exclusions,
    List<Signal> signals,
    List<Damper> dampers,
    List<FitRule> fitRules,
    List<Scorecard> scorecards) {

  public ScoringModel {
    exclusions = Set.copyOf(exclusions);
    signals = List.copyOf(signals);
    dampers = List.copyOf(dampers);
    fitRules = List.copyOf(fitRules);
    scorecards = List.copyOf(scorecards);
  }

  /**
   * How far back a touch can still decide a value, in hours: retention plus the longest look-back
   * of a derived signal, or a damper's span where that is longer.
   */
  public int horizonHours() {
    int lookBackDays = 0;
    for (Signal signal : signals) {
      ReturnRule returns = signal.returns();
      lookBackDays = returns == null ? lookBackDays : Math.max(lookBackDays, returns.withinDays());
    }
    int horizon = retentionHours + 24 * (lookBackDays + 1);
    for (Damper damper : dampers) {
      horizon = Math.max(horizon, damper.lastsHours());
    }
    return horizon;
  }
}
