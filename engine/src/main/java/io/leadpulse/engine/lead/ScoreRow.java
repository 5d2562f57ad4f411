package io.leadpulse.engine.lead;

import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.score.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The published score of a lead on one scorecard.
 *
 * @param scorecard id of the scorecard
 * @param content null when the lead has no score any more
 */
public record ScoreRow(String leadId, String scorecard, @Nullable Content content) {

  /**
   * What a row says.
   *
   * @param episode number of the current or last episode, 0 before the first
   * @param hotUntil the first hour at which silence ends the episode; {@link Integer#MAX_VALUE}
   *     outside of one
   * @param topics of interest, strongest first
   * @param blockers why there is no alert, such as {@code gate:budget-known}
   * @param suspects machine-made engagements so far
   * @param lastActivityAt epoch milliseconds, {@link Long#MIN_VALUE} for never
   * @param recordedAt Kafka time of the newest input accounted for, epoch milliseconds
   * @param revision accepted changes so far
   */
  public record Content(
      Scorecard card,
      Profile profile,
      Tier tier,
      Fit fit,
      Exclusion exclusion,
      boolean held,
      int episode,
      int hotUntil,
      Score score,
      List<String> topics,
      List<String> blockers,
      long suspects,
      long lastActivityAt,
      long recordedAt,
      long revision,
      ScoringModel model) {
    public Content {
      topics = List.copyOf(topics);
      blockers = List.copyOf(blockers);
    }
  }
}
