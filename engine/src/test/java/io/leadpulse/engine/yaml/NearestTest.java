package io.leadpulse.engine.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> KNOWN =
      List.of("half-life", "hand-raise", "human", "per-day", "points", "on");

  @ParameterizedTest
  @CsvSource({
    "halflife, half-life", "half_life, half-life", "handraise, hand-raise", "pionts, points",
    "perday, per-day", "humen, human", "no, on", "Points, points"
  })
  void findsWhatWasMeant(String word, String meant) {
    assertThat(Nearest.of(word, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"weight", "colour", "x"})
  void doesNotGuess(String word) {
    assertThat(Nearest.of(word, KNOWN)).isEmpty();
  }

  @Test
  void listsTheChoicesWhereNothingIsNear() {
    assertThat(Nearest.advice("weight", KNOWN))
        .isEqualTo("one of half-life, hand-raise, human, per-day, points, on");
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, 0",
    "abc, acb, 1",
    "abc, ab, 1",
    "abc, xyz, 3",
    "'', abc, 3",
    "ca, abc, 3"
  })
  void countsTypingErrors(String one, String two, int distance) {
    assertThat(Nearest.distance(one, two, 9)).isEqualTo(distance);
  }
}
