package io.leadpulse.engine.lead;

import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
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
  static List<String> of(Score score, Evidence evidence, ScoringModel model) {
    Map<String, Long> weights = new TreeMap<>();
    List<Evidence.Interest> interests = evidence.interests();
    for (Contribution contribution : score.contributions()) {
      Signal signal = model.signals().get(contribution.signal());
      if (!signal.topic().isEmpty()) {
        weights.merge(signal.topic(), contribution.milliPoints(), Long::sum);
      }
      if (!interests.isEmpty()) {
        addOwn(contribution, signal, interests, weights);
      }
    }
    List<Map.Entry<String, Long>> sorted = new ArrayList<>(weights.entrySet());
    sorted.removeIf(entry -> entry.getValue() <= 0);
    sorted.sort(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()));
    return sorted.stream().limit(MOST).map(Map.Entry::getKey).toList();
  }

  private static void addOwn(
      Contribution contribution,
      Signal signal,
      List<Evidence.Interest> interests,
      Map<String, Long> weights) {
    int hash = signal.hash();
    long share = contribution.milliPoints() / Math.max(1, contribution.count());
    for (Evidence.Interest interest : interests) {
      if (interest.signal() == hash && !interest.topic().equals(signal.topic())) {
        weights.merge(interest.topic(), share, Long::sum);
      }
    }
  }
}
