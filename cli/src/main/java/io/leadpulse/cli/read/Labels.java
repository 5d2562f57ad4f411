package io.leadpulse.cli.read;

import io.leadpulse.engine.model.Damper;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.model.Text;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The names that a model gives its parts; ids where the model or the part is not known.
 *
 * @param model null if it is not known
 */
record Labels(@Nullable ScoringModel model, Language language) {

  String signal(String id) {
    return label(id, ScoringModel::signals, Signal::id, Signal::label);
  }

  String damper(String id) {
    return label(id, ScoringModel::dampers, Damper::id, Damper::label);
  }

  String scorecard(String id) {
    return label(id, ScoringModel::scorecards, Scorecard::id, Scorecard::title);
  }

  /** The scorecard; null if it is not known. */
  @Nullable Scorecard card(String id) {
    return model == null
        ? null
        : model.scorecards().stream().filter(card -> card.id().equals(id)).findFirst().orElse(null);
  }

  private <P> String label(
      String id,
      Function<ScoringModel, Iterable<P>> parts,
      Function<P, String> idOf,
      Function<P, Text> labelOf) {
    if (model != null) {
      for (P part : parts.apply(model)) {
        if (idOf.apply(part).equals(id)) {
          return language.of(labelOf.apply(part));
        }
      }
    }
    return id;
  }
}
