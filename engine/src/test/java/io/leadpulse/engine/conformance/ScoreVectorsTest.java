package io.leadpulse.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ScoreVectorsTest {
  private static byte[] vectors() throws IOException {
    try (InputStream in =
        ScoreVectorsTest.class.getResourceAsStream("/conformance/score-vectors.json")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  @Test
  void engineGivesEveryNumberOfTheIndependentImplementation() throws IOException {
    ScoreVectors vectors = ScoreVectors.read(new ByteArrayInputStream(vectors()));
    assertThat(vectors.size()).isEqualTo(24);
    assertThat(vectors.differences()).isEmpty();
  }

  @Test
  void namesCaseAndNumberOfADifference() throws IOException {
    String spoilt =
        new String(vectors(), StandardCharsets.UTF_8)
            .replace("\"intentMilli\": 7478", "\"intentMilli\": 7479");
    ScoreVectors vectors =
        ScoreVectors.read(new ByteArrayInputStream(spoilt.getBytes(StandardCharsets.UTF_8)));
    assertThat(vectors.differences())
        .containsExactly(
            "one hour before and after the half-life: intentMilli: expected 7479, got 7478");
  }
}
