package io.leadpulse.jobs.codec;

import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Weight;
import io.leadpulse.engine.score.Score;
import io.leadpulse.schemas.Contribution;
import io.leadpulse.schemas.Cut;
import java.util.ArrayList;
import java.util.List;

/** What a score is made of, with names in place of the model's indexes. */
final class Explanation {
  private Explanation() {}

  static List<Contribution> contributions(Score score, Scorecard card, ScoringModel model) {
    List<Contribution> contributions = new ArrayList<>(score.contributions().size());
    for (io.leadpulse.engine.score.Contribution part : score.contributions()) {
      contributions.add(
          new Contribution(
              model.signals().get(part.signal()).id(),
              category(card, part.signal()),
              part.milliPoints(),
              part.cut(),
              part.count()));
    }
    return contributions;
  }

  static String category(Scorecard card, int signal) {
    Weight weight = card.weights().get(signal);
    return weight == null ? "" : card.categories().get(weight.category()).id();
  }

  static List<Cut> cuts(Score score) {
    List<Cut> cuts = new ArrayList<>(score.cuts().size());
    for (io.leadpulse.engine.score.Cut cut : score.cuts()) {
      cuts.add(new Cut(cut.by(), cut.milliPoints()));
    }
    return cuts;
  }
}
