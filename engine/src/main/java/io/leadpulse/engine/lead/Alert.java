package io.leadpulse.engine.lead;

import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Text;
import io.leadpulse.engine.profile.Fit;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.score.Score;
import java.util.List;

/**
 * A message to sales about a lead; complete in itself.
 *
 * @param alertId of the episode; the same after a replay
 * @param sequence 0 for the raised one, then counting within the episode
 * @param cause what brought it about, such as {@code threshold} or {@code hand-raise:contact-form}
 * @param routing the exclusion of a lead that raised its hand all the same, empty otherwise
 * @param episode number on this scorecard, from 1; 0 for news of a held lead
 * @param entryHour when the episode began; for news of a held lead, when sales took it
 * @param recordedAt Kafka time of the newest input accounted for, epoch milliseconds
 * @param topics of interest, strongest first
 * @param touches latest touches, oldest first
 * @param machineEvents engagements ignored because machines made them
 * @param hotUntil the first hour at which silence ends the episode, or {@link Integer#MAX_VALUE}
 * @param mergedInto the lead that this one was merged into; empty if it was not
 */
public record Alert(
    Type type,
    String alertId,
    int sequence,
    String cause,
    String routing,
    String leadId,
    Scorecard scorecard,
    int episode,
    int entryHour,
    long recordedAt,
    Profile profile,
    Score score,
    Tier tier,
    Fit fit,
    List<String> topics,
    List<Touch> touches,
    long machineEvents,
    int hotUntil,
    ScoringModel model,
    Text reason,
    String mergedInto) {

  public Alert {
    topics = List.copyOf(topics);
    touches = List.copyOf(touches);
  }

  /** What an alert tells its reader to do. */
  public enum Type {
    /** A new hot lead: act. */
    RAISED,
    /** News of a lead already handed over. */
    UPDATED,
    /** Machines made the lead hot and sales has not touched it: forget the alert. */
    RECALLED,
    /** The episode is over without further news: no longer urgent. */
    COOLED
  }
}
