package io.leadpulse.jobs.handoff;

import io.leadpulse.jobs.config.TeamsText;
import io.leadpulse.jobs.score.TimeMode;
import java.io.Serializable;

/**
 * How the hand-off works.
 *
 * @param end of a replay, epoch milliseconds: nothing happens by itself after it; {@link
 *     Long#MAX_VALUE} for none
 * @param topicPrefix the installation's, with its dot
 */
public record HandOffSettings(TeamsText teams, TimeMode time, long end, String topicPrefix)
    implements Serializable {
  boolean isReplay() {
    return time == TimeMode.REPLAY;
  }
}
