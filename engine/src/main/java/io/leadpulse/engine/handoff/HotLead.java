package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.lead.Alert;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Profile;
import java.util.List;
import java.util.Map;

/**
 * An alert as the hand-off needs it.
 *
 * @param alertId of its episode
 * @param messageId the message's own, the same in every copy
 * @param cause what brought it about
 * @param since when the episode began, epoch milliseconds
 * @param profile what was known of the lead, as far as {@link #routing} has it
 * @param brief without the hours in which it is active
 * @param touches when it was last active, epoch milliseconds
 */
public record HotLead(
    Alert.Type type,
    String alertId,
    String messageId,
    String leadId,
    String cause,
    long intentMilli,
    long since,
    Profile profile,
    Brief brief,
    List<Long> touches)
    implements LeadNews {
  private static final Alert.Type[] TYPES = Alert.Type.values();
  private static final String HAND_RAISE = "hand-raise";

  public HotLead {
    touches = List.copyOf(touches);
  }

  /** Whether the lead asks to be contacted. */
  boolean isHandRaise() {
    return isHandRaise(cause);
  }

  /** Whether a lead asks to be contacted by what brought a message about. */
  static boolean isHandRaise(String cause) {
    return cause.startsWith(HAND_RAISE);
  }

  void write(ByteSink out) {
    out.fixed8(type.ordinal());
    out.text(alertId);
    out.text(messageId);
    out.text(leadId);
    out.text(cause);
    out.signed(intentMilli);
    out.signed(since);
    out.text(profile.country());
    out.text(profile.industry());
    out.signed(profile.employees());
    out.text(profile.owner());
    out.text(profile.team());
    brief.write(out);
    Lists.write(touches, out::signed, out);
  }

  static HotLead read(ByteSource in) {
    return new HotLead(
        TYPES[in.fixed8()],
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.signed(),
        in.signed(),
        routing(in.text(), in.text(), (int) in.signed(), in.text(), in.text()),
        Brief.read(in),
        Lists.read(in, ByteSource::signed));
  }

  /** A profile as far as it decides where a lead goes. */
  public static Profile routing(
      String country, String industry, int employees, String owner, String team) {
    return new Profile(
        Long.MIN_VALUE,
        "",
        "",
        "",
        "",
        country,
        industry,
        employees,
        owner,
        team,
        Exclusion.NONE,
        false,
        false,
        Map.of());
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
