package io.leadpulse.engine.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedModelsTest {

  @ParameterizedTest
  @MethodSource("names")
  void everyShippedModelIsValid(String name) {
    ModelResult result = ModelParser.parse(name + ".yaml", ShippedModels.text(name), 7);

    assertThat(result.problems()).isEmpty();
    assertThat(result.orThrow().model().id()).isEqualTo(name);
    assertThat(result.orThrow().model().version()).isEqualTo(7);
  }

  @Test
  void thereAreModelsToCopy() {
    assertThat(ShippedModels.names()).contains("b2b-japan", "minimal", "two-teams");
  }

  static Iterable<String> names() {
    return ShippedModels.names();
  }
}
