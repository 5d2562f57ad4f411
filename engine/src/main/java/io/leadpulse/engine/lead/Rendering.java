package io.leadpulse.engine.lead;

import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.score.Forecast;
import io.leadpulse.engine.score.Score;
import io.leadpulse.engine.text.ReasonText;
import java.util.List;

/** Makes rows and alerts out of a lead's situation; the sight is turned to it. */
final class Rendering {
  private final Sight sight;
  private final Forecast forecast;

  Rendering(Sight sight, Forecast forecast) {
    this.sight = sight;
    this.forecast = forecast;
  }

  ScoreRow row(Situation lead) {
    LeadState state = lead.state();
    Standing standing = lead.standing();
    Score score = sight.appraisal().scoreAt(lead.hour());
    ScoreRow.Content content =
        new ScoreRow.Content(
            lead.card(),
            lead.profile().get(),
            standing.tier,
            lead.fit(),
            lead.exclusion(),
            lead.isHeld(),
            standing.episode,
            hotUntil(lead),
            score,
            TopicsOfInterest.of(score, state.evidence, lead.model()),
            EntryPolicy.explain(lead, score),
            state.suspects,
            state.lastActivityAt,
            state.recordedAt,
            state.revision,
            lead.model());
    return new ScoreRow(lead.leadId(), lead.card().id(), content);
  }

  Alert alert(Situation lead, Alert.Type type, String cause) {
    return alert(lead, type, cause, "");
  }

  /**
   * The alert of a lead's episode.
   *
   * @param mergedInto the lead that this one went into; empty for none
   */
  Alert alert(Situation lead, Alert.Type type, String cause, String mergedInto) {
    Standing standing = lead.standing();
    Score score = sight.appraisal().scoreAt(lead.hour());
    Profile profile = lead.profile().get();
    List<Touch> touches = lead.state().touches();
    List<String> topics = TopicsOfInterest.of(score, lead.state().evidence, lead.model());
    int sinceHour = standing.raised ? standing.entryHour : lead.state().sales.sinceHour();
    return new Alert(
        type,
        standing.raised
            ? AlertId.ofEpisode(standing.alertedLead(lead.leadId()), lead.card().id(), sinceHour)
            : AlertId.ofHold(lead.leadId(), lead.card().id(), sinceHour),
        type == Alert.Type.RAISED ? 0 : standing.sequence,
        cause,
        lead.isExcluded() ? lead.exclusion().term() : "",
        lead.leadId(),
        lead.card(),
        standing.raised ? standing.episode : 0,
        sinceHour,
        lead.state().recordedAt,
        profile,
        score,
        standing.tier,
        lead.fit(),
        topics,
        touches,
        lead.state().suspects,
        hotUntil(lead),
        lead.model(),
        ReasonText.of(score, topics, lead.model()),
        mergedInto);
  }

  /** The first hour at which silence ends the open episode. */
  int hotUntil(Situation lead) {
    Standing standing = lead.standing();
    if (!standing.open) {
      return Standing.NEVER;
    }
    int below =
        lead.isExcluded()
            ? lead.hour() + 1
            : forecast.firstHourBelow(lead.card().hot().exit(), lead.hour());
    return Math.max(below, standing.keepUntil);
  }
}
