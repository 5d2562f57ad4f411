package io.leadpulse.engine.lead;

import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.score.Contribution;
import io.leadpulse.engine.score.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a lead is interested in: topics of its contributing signals and of its latest touches. */
final class TopicsOfInterest {
  private static final int MOST = 5;

  private TopicsOfInterest() {}

  /**
   * The topics, strongest first, at most 5. A signal's topic weighs as much as the signal
   * contributes; a touch's own topic as much as the touch's share of its signal.
   */
  static List<String> of(Score score, List<Touch> touches, ScoringModel model) {
    Map<String, Long> weights = new TreeMap<>();
    for (Contribution contribution : score.contributions()) {
      String topic = model.signals().get(contribution.signal()).topic();
      int hash = model.signals().get(contribution.signal()).hash();
      if (!topic.isEmpty()) {
        weights.merge(topic, contribution.milliPoints(), Long::sum);
      }
      long share = contribution.milliPoints() / Math.max(1, contribution.count());
      for (Touch touch : touches) {
        if (touch.signal() == hash && !touch.topic().isEmpty() && !touch.topic().equals(topic)) {
          weights.merge(touch.topic(), share, Long::sum);
        }
      }
    }
    List<Map.Entry<String, Long>> sorted = new ArrayList<>(weights.entrySet());
    sorted.removeIf(entry -> entry.getValue() <= 0);
    sorted.sort(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()));
    return sorted.stream().limit(MOST).map(Map.Entry::getKey).toList();
  }
}
