package io.leadpulse.cli.read;

import io.leadpulse.engine.model.HotRule;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.text.Points;
import io.leadpulse.schemas.Fit;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.Tier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Explains one score to a person. */
final class ScoreText {
  private static final String INDENT = "  ";

  private final LeadScore row;
  private final LeadFile file;
  private final Words words;
  private final Labels labels;
  private final Figures figures;
  private final @Nullable Scorecard card;
  private final WhyHot why;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param file of the lead that the row is about
   * @param model that judged; null if it is not known
   */
  ScoreText(
      LeadScore row, LeadFile file, Words words, Figures figures, @Nullable ScoringModel model) {
    this.row = row;
    this.file = file;
    this.words = words;
    this.figures = figures;
    labels = new Labels(model, words.language());
    card = labels.card(row.getScorecard());
    why = new WhyHot(words, row, labels);
  }

  /** The lines; none is wider than the terminal where that can be helped. */
  List<String> lines(int terminal) {
    head();
    lines.add("");
    ScoreSum.lines(row, words, labels, terminal - INDENT.length()).forEach(this::add);
    ScoreSum.cuts(row, words, labels).forEach(this::add);
    lines.add("");
    reasons();
    lines.add("");
    facts();
    return lines;
  }

  private void head() {
    String fit = row.getFit() == Fit.UNKNOWN ? words.say("score.fit-unknown") : row.getFit().name();
    String scorecard = labels.scorecard(row.getScorecard());
    String named =
        scorecard.equals(row.getScorecard())
            ? scorecard
            : scorecard + " (" + row.getScorecard() + ")";
    lines.add(
        words.say("score.head", named, row.getTier(), fit, Figures.exact(row.getIntentMilli())));
    if (card != null) {
      thresholds(card);
    }
    if (row.getHotUntil() != null) {
      add(words.say("score.hot-until", figures.timeInZone(row.getHotUntil())));
    }
    add(
        words.say("score.velocity", Points.of(row.getVelocityMilli()))
            + (row.getSurge() ? words.say("score.surge") : ""));
  }

  private void thresholds(Scorecard of) {
    String warmEnter = Figures.brief(of.warmEnter());
    String warmExit = Figures.brief(of.warmExit());
    long enter = why.enter(of);
    add(
        enter == HotRule.NEVER
            ? words.say("score.never-hot", warmEnter, warmExit)
            : words.say(
                "score.hot-at",
                Figures.brief(enter),
                Figures.brief(of.hot().exit()),
                warmEnter,
                warmExit));
  }

  private void reasons() {
    boolean hot = row.getTier() == Tier.HOT;
    boolean silent = !row.getBlockers().isEmpty();
    add(words.say(!hot ? "why.not-hot" : silent ? "why.no-alert" : "why.hot"));
    row.getBlockers().forEach(blocker -> point(why.say(blocker)));
    if (hot && !silent) {
      file.openingOf(row).ifPresent(this::opening);
    }
  }

  private void opening(HotLeadAlert alert) {
    point(why.sayCause(alert.getCause()));
    point(words.say("why.since", figures.timeInZone(alert.getEntryAt())));
  }

  private void facts() {
    if (!row.getTopics().isEmpty()) {
      add(words.say("score.topics", String.join(", ", row.getTopics())));
    }
    if (row.getLastActivityAt() != null) {
      add(words.say("score.last-activity", figures.timeInZone(row.getLastActivityAt())));
    }
    add(words.say("score.as-of", figures.timeInZone(row.getAsOf()), row.getRevision()));
    add(words.say("score.model", row.getModelId(), row.getModelVersion()));
  }

  private void add(String line) {
    lines.add(INDENT + line);
  }

  private void point(String line) {
    add("- " + line);
  }
}
