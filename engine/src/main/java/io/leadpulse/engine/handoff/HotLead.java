package io.leadpulse.engine.handoff;

import io.leadpulse.engine.lead.Alert;
import io.leadpulse.engine.profile.Profile;
import java.util.List;

/**
 * An alert as the hand-off needs it.
 *
 * @param alertId of its episode
 * @param cause what brought it about
 * @param since when the episode began, epoch milliseconds
 * @param profile what was known of the lead
 * @param brief without the hours in which it is active
 * @param touches when it was last active, epoch milliseconds
 */
public record HotLead(
    Alert.Type type,
    String alertId,
    String leadId,
    String cause,
    long intentMilli,
    long since,
    Profile profile,
    Brief brief,
    List<Long> touches) {
  private static final String HAND_RAISE = "hand-raise";

  public HotLead {
    touches = List.copyOf(touches);
  }

  /** Whether the lead asks to be contacted. */
  boolean isHandRaise() {
    return cause.startsWith(HAND_RAISE);
  }

  Candidate candidate(Team team) {
    return new Candidate(
        alertId,
        leadId,
        profile.owner(),
        isHandRaise(),
        team.valueMilli(brief.fit()),
        intentMilli,
        since,
        brief.withBestHours(ContactHours.best(touches, team.calendar().zone())));
  }
}
