package io.leadpulse.engine.text;

import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.model.Text;
import io.leadpulse.engine.score.Contribution;
import io.leadpulse.engine.score.Score;
import java.util.List;

/** Says in one sentence each, in English and Japanese, what a score is made of. */
public final class ReasonText {
  private static final int NAMED = 3;

  private static final Wording ENGLISH =
      new Wording("Scores ", ": ", " (", ")", ", ", " and %d more", "; interested in ", ", ", ".");
  private static final Wording JAPANESE =
      new Wording("スコア", "点: ", "（", "点）", "、", "、ほか%d件", "。関心: ", "、", "。");

  private ReasonText() {}

  /**
   * The sentences.
   *
   * @param topics of interest, strongest first
   */
  public static Text of(Score score, List<String> topics, ScoringModel model) {
    return new Text(
        sentence(ENGLISH, score, topics, model, false),
        sentence(JAPANESE, score, topics, model, true));
  }

  private static String sentence(
      Wording words, Score score, List<String> topics, ScoringModel model, boolean japanese) {
    StringBuilder text = new StringBuilder(words.start());
    Points.append(text, score.intent());
    text.append(words.afterScore());
    int named = Math.min(NAMED, score.distinctSignals());
    for (int i = 0; i < named; i++) {
      Contribution contribution = score.contributions().get(i);
      Signal signal = model.signals().get(contribution.signal());
      text.append(i == 0 ? "" : words.separator());
      text.append(japanese ? signal.label().ja() : signal.label().en());
      if (contribution.count() > 1) {
        text.append(" ×").append(contribution.count());
      }
      text.append(words.open());
      Points.append(text, contribution.milliPoints());
      text.append(words.close());
    }
    if (score.distinctSignals() > named) {
      text.append(words.more().replace("%d", String.valueOf(score.distinctSignals() - named)));
    }
    if (!topics.isEmpty()) {
      text.append(words.interest()).append(String.join(words.topicSeparator(), topics));
    }
    return text.append(words.end()).toString();
  }

  /** The fixed parts of a sentence in one language. */
  private record Wording(
      String start,
      String afterScore,
      String open,
      String close,
      String separator,
      String more,
      String interest,
      String topicSeparator,
      String end) {}
}
