package io.leadpulse.cli.read;

import io.leadpulse.engine.model.Gate;
import io.leadpulse.engine.model.HotRule;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.profile.Fit;
import io.leadpulse.schemas.LeadScore;
import org.jspecify.annotations.Nullable;

/**
 * Says in plain words what made a lead HOT or keeps it from that, with numbers where the model is
 * known.
 */
final class WhyHot {
  private final Words words;
  private final LeadScore row;
  private final Labels labels;
  private final @Nullable Scorecard card;

  /**
   * @param labels of the model that judged
   */
  WhyHot(Words words, LeadScore row, Labels labels) {
    this.words = words;
    this.row = row;
    this.labels = labels;
    card = labels.card(row.getScorecard());
  }

  /** An alert's cause as a sentence; itself if this program does not know it. */
  String sayCause(String cause) {
    int colon = cause.indexOf(':');
    String term = colon < 0 ? cause : cause.substring(0, colon);
    return words.has("why." + term)
        ? words.say("why." + term, labels.signal(cause.substring(colon + 1)))
        : cause;
  }

  /** One of the row's blockers as a sentence; itself if this program does not know it. */
  String say(String blocker) {
    int colon = blocker.indexOf(':');
    String term = colon < 0 ? blocker : blocker.substring(0, colon);
    String about = blocker.substring(colon + 1);
    if (!words.has("why." + term)) {
      return blocker;
    }
    return switch (term) {
      case "below-threshold" -> belowThreshold();
      case "distinct-signals" ->
          needed(term, row.getDistinctSignals(), card == null ? 0 : card.hot().distinctSignals());
      case "human-signal" ->
          needed(term, row.getHumanSignals(), card == null ? 0 : card.hot().humanSignals());
      case "cooldown" ->
          card == null
              ? words.say("why.cooldown.unknown")
              : words.say("why.cooldown", Figures.duration(card.hot().cooldownHours()));
      case "gate" -> gate(about);
      default -> words.say("why." + term, about);
    };
  }

  private String belowThreshold() {
    String intent = Figures.brief(row.getIntentMilli());
    long enter = card == null ? HotRule.NEVER : enter(card);
    return enter == HotRule.NEVER
        ? words.say("why.below-threshold.unknown", intent)
        : words.say(
            "why.below-threshold",
            intent,
            Figures.brief(enter - row.getIntentMilli()),
            Figures.brief(enter));
  }

  private String needed(String term, int there, int needed) {
    return card == null
        ? words.say("why." + term + ".unknown", there)
        : words.say("why." + term, there, needed);
  }

  private String gate(String id) {
    if (card != null) {
      for (Gate gate : card.hot().gates()) {
        if (gate.id().equals(id)) {
          return words.say("why.gate", id, gate.when());
        }
      }
    }
    return words.say("why.gate.unknown", id);
  }

  /** What the row's intent has to reach, {@link HotRule#NEVER} if the fit bars it. */
  long enter(Scorecard of) {
    return of.hot().enter(Fit.valueOf(row.getFit().name()));
  }
}
