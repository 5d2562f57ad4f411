package io.leadpulse.engine.lead;

import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.score.Contribution;
import io.leadpulse.engine.score.Score;
import java.util.ArrayList;
import java.util.List;

/** What a lead is interested in: topics of its contributing signals and of its latest touches. */
final class TopicsOfInterest {
  private static final int MOST = 5;

  private final List<Weighed> topics = new ArrayList<>();

  /** A topic with what speaks for it, in milli-points. */
  private static final class Weighed {
    private final String topic;
    private long weight;

    Weighed(String topic) {
      this.topic = topic;
    }

    int before(Weighed other) {
      int byWeight = Long.compare(other.weight, weight);
      return byWeight != 0 ? byWeight : topic.compareTo(other.topic);
    }
  }

  private TopicsOfInterest() {}

  /**
   * The topics, strongest first, at most 5. A signal's topic weighs as much as the signal
   * contributes; a touch's own topic as much as the touch's share of its signal.
   */
  static List<String> of(Score score, Evidence evidence, ScoringModel model) {
    TopicsOfInterest interest = new TopicsOfInterest();
    List<Evidence.Interest> own = evidence.interests();
    for (Contribution contribution : score.contributions()) {
      Signal signal = model.signals().get(contribution.signal());
      if (!signal.topic().isEmpty()) {
        interest.add(signal.topic(), contribution.milliPoints());
      }
      if (!own.isEmpty()) {
        interest.addOwn(contribution, signal, own);
      }
    }
    return interest.strongest();
  }

  private void addOwn(Contribution contribution, Signal signal, List<Evidence.Interest> own) {
    int hash = signal.hash();
    long share = contribution.milliPoints() / Math.max(1, contribution.count());
    for (Evidence.Interest touch : own) {
      if (touch.signal() == hash && !touch.topic().equals(signal.topic())) {
        add(touch.topic(), share);
      }
    }
  }

  private void add(String topic, long weight) {
    for (Weighed known : topics) {
      if (known.topic.equals(topic)) {
        known.weight += weight;
        return;
      }
    }
    Weighed added = new Weighed(topic);
    added.weight = weight;
    topics.add(added);
  }

  private List<String> strongest() {
    topics.removeIf(topic -> topic.weight <= 0);
    topics.sort(Weighed::before);
    List<String> names = new ArrayList<>(MOST);
    for (Weighed topic : topics.subList(0, Math.min(MOST, topics.size()))) {
      names.add(topic.topic);
    }
    return names;
  }
}
