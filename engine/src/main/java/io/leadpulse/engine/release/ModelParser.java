package io.leadpulse.engine.release;

import io.leadpulse.engine.classify.Classifier;
import io.leadpulse.engine.classify.ProfilePolicy;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.yaml.Problems;
import io.leadpulse.engine.yaml.YamlText;
import io.leadpulse.engine.yaml.YamlValue;

/** Reads a scoring model's text, tells everything that is wrong with it, or compiles it. */
public final class ModelParser {
  private ModelParser() {}

  /**
   * The model in {@code yaml}.
   *
   * @param file the name that problems carry
   * @param version that the release gives it
   */
  public static ModelResult parse(String file, String yaml, long version) {
    Problems problems = new Problems();
    YamlValue document = YamlText.parse(file, yaml, problems);
    Draft draft = new Draft(problems);
    ScoringModel model =
        document.isPresent() ? new ModelReader(draft).read(document, version) : null;
    if (model == null || !problems.isEmpty()) {
      return new ModelResult(null, problems.list());
    }
    CompiledModel compiled =
        new CompiledModel(
            model,
            Classifier.of(model, draft.conditions()),
            ProfilePolicy.of(model, draft.conditions()));
    return new ModelResult(compiled, problems.list());
  }
}
