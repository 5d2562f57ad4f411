package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.LeadScorer;
import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.profile.Profile;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells when silence changes a lead. It is worked out when somebody asks: that is when the lead is
 * written or time goes on, not at each of the events before.
 */
final class Foresight {
  /** Who judged a lead knows what to think of its profile. */
  private static final Supplier<Profile> JUDGED = () -> Profile.UNKNOWN;

  private final LongFunction<@Nullable LeadScorer> scorers;

  /**
   * @param scorers by the version of the release
   */
  Foresight(LongFunction<@Nullable LeadScorer> scorers) {
    this.scorers = scorers;
  }

  /** The hour at which silence alone changes something, {@link Integer#MAX_VALUE} for never. */
  int nextDue(String leadId, LeadState state) {
    if (!state.isForeseen()) {
      LeadScorer scorer = scorers.apply(state.modelVersion());
      Objects.requireNonNull(scorer, "the release that judged").foresee(state, leadId, JUDGED);
    }
    return state.nextDue();
  }
}
