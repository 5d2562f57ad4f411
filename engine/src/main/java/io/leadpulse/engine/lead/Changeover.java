package io.leadpulse.engine.lead;

import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.profile.Fit;
import io.leadpulse.engine.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One lead on its way from a release of the model to the next: remembers what the earlier one
 * thought of it, so that who enters or leaves HOT by the change can be told.
 */
final class Changeover {
  private final LeadState state;
  private final String leadId;
  private final Supplier<Profile> profile;
  private final ScoringModel before;
  private final List<Earlier> earlier = new ArrayList<>(2);

  private record Earlier(Scorecard card, Prospect prospect, String alertId, Fit fit) {}

  Changeover(LeadState state, String leadId, Supplier<Profile> profile, ScoringModel before) {
    this.state = state;
    this.leadId = leadId;
    this.profile = profile;
    this.before = before;
  }

  /** Notes what the earlier release thinks of the lead. */
  void remember(Situation lead, Prospect prospect) {
    Standing standing = lead.standing();
    String alertId =
        standing.raised
            ? AlertId.ofEpisode(standing.alertedLead(leadId), lead.card().id(), standing.entryHour)
            : "";
    earlier.add(new Earlier(lead.card(), prospect, alertId, lead.fit()));
  }

  /** Tells of the lead if it crossed on a scorecard of the next release. */
  void compare(Situation lead, Prospect after, Step step) {
    Earlier known = earlierOn(lead.card().hash());
    Prospect prospect = known == null ? Prospect.NONE : known.prospect;
    if (prospect.hot() != after.hot()) {
      String alertId = known == null || after.hot() ? "" : known.alertId;
      step.add(impact(lead.card(), prospect, after, alertId, lead.fit(), lead.model()));
    }
  }

  /** Takes back what was published on scorecards that the next release does not have. */
  void retire(ScoringModel next, Step step) {
    for (Earlier known : earlier) {
      if (next.scorecards().stream().noneMatch(card -> card.hash() == known.card.hash())) {
        retire(known, next, step);
      }
    }
  }

  private void retire(Earlier known, ScoringModel next, Step step) {
    Standing standing = state.standing(known.card.hash());
    if (standing.published) {
      step.add(new ScoreRow(leadId, known.card.id(), null));
    }
    if (known.prospect.hot()) {
      step.add(impact(known.card, known.prospect, Prospect.NONE, known.alertId, known.fit, next));
    }
    standing.retire();
  }

  private Impact impact(
      Scorecard card, Prospect from, Prospect to, String alertId, Fit fit, ScoringModel model) {
    return new Impact(
        leadId,
        card.id(),
        to.hot(),
        before.version(),
        from.intent(),
        to.intent(),
        from.tier(),
        to.tier(),
        fit,
        alertId,
        state.clock,
        state.recordedAt,
        profile.get(),
        model);
  }

  private @Nullable Earlier earlierOn(int hash) {
    for (Earlier known : earlier) {
      if (known.card.hash() == hash) {
        return known;
      }
    }
    return null;
  }
}
