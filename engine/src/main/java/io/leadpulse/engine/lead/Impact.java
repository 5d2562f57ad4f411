package io.leadpulse.engine.lead;

import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.profile.Fit;
import io.leadpulse.engine.profile.Profile;

/**
 * A lead that is hot by one release of the model and not by the next: what a change of the model
 * did, and no news for sales.
 *
 * @param scorecard id of the scorecard
 * @param entered whether the lead would be hot now; else it was
 * @param previousVersion the release that judged the lead before
 * @param intentBefore in milli-points
 * @param intentAfter in milli-points
 * @param alertId of the episode that ended without a word to sales; empty if there was none
 * @param hour at which both were taken, since the epoch: the lead's own clock
 * @param recordedAt Kafka time of the newest input accounted for, epoch milliseconds
 * @param model the release that judges the lead from now on
 */
public record Impact(
    String leadId,
    String scorecard,
    boolean entered,
    long previousVersion,
    long intentBefore,
    long intentAfter,
    Tier tierBefore,
    Tier tierAfter,
    Fit fit,
    String alertId,
    int hour,
    long recordedAt,
    Profile profile,
    ScoringModel model) {}
