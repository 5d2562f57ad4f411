package io.leadpulse.benchmarks.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.release.ModelParser;
import io.leadpulse.engine.release.ModelResult;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BenchmarkModelTest {
  @Test
  void theDefaultModelIsExtendedToFiftySignalsAndTwoScorecards() throws IOException {
    String yaml = BenchmarkModel.yaml(Path.of("../config/models/b2b-japan.yaml"));
    ModelResult result = ModelParser.parse("model.yaml", yaml, 1);
    assertThat(result.problems()).isEmpty();
    ScoringModel model = result.orThrow().model();
    assertThat(model.id()).isEqualTo(BenchmarkModel.ID);
    assertThat(model.signals()).hasSize(50);
    assertThat(model.scorecards()).hasSize(2);
    assertThat(BenchmarkModel.another(yaml)).isNotEqualTo(yaml);
    assertThat(ModelParser.parse("next.yaml", BenchmarkModel.another(yaml), 2).problems())
        .isEmpty();
  }
}
