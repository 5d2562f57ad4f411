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
 * @param lostKeepMilli what touches keep before a lost deal, or before sales gives the lead back,
 *     in thousandths
 * @param exclusions that bar a lead from HOT
 * @param hygiene which engagements are no prospect's own
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
    List<Scorecard> scorecards,
    Hygiene hygiene) {

  public ScoringModel {
    exclusions = Set.copyOf(exclusions);
    signals = List.copyOf(signals);
    dampers = List.copyOf(dampers);
    fitRules = List.copyOf(fitRules);
    scorecards = List.copyOf(scorecards);
  }

  /**
   * How far back a touch can still decide a value, in hours: the retention, and the longest
   * look-back that any derived signal may have, with a day's grace at either end.
   *
   * <p>Follows from the retention alone, so that a release which changes look-backs or dampers
   * finds in the ledger all that a cold replay would.
   */
  public int horizonHours() {
    return retentionHours + (ReturnRule.MAX_WITHIN_DAYS + 2) * 24;
  }
}
