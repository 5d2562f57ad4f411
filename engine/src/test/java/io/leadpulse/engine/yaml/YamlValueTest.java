package io.leadpulse.engine.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlValueTest {
  private static final long HOUR = 3_600_000;

  private final Problems problems = new Problems();

  @ParameterizedTest
  @CsvSource({"15, 15000", "0.5, 500", "0.125, 125", "0, 0", "1000000, 1000000000", "2.50, 2500"})
  void numbersAreExactThousandths(String text, long expected) {
    assertThat(value(text).milli(0, 1_000_000_000, -1)).isEqualTo(expected);
    assertThat(problems.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "0.1234",
    "1e3",
    "1000001",
    "-1",
    "1_000",
    "0x10",
    ".5",
    "5.",
    "--1",
    "1.2.3",
    "'\"15\"'",
    "999999999999999999999",
    "NaN",
    "abc",
    "１５"
  })
  void otherNumbersAreTold(String text) {
    assertThat(value(text).milli(0, 1_000_000_000, -1)).isEqualTo(-1);
    assertThat(problems.report())
        .startsWith("file.yaml:1:6: key cannot be ")
        .endsWith("; fix: write a number from 0 to 1000000, at most 3 decimals\n");
  }

  @ParameterizedTest
  @CsvSource({"200ms, 200", "10s, 10000", "5m, 300000", "36h, 129600000", "180d, 15552000000"})
  void durationsHaveUnits(String text, long millis) {
    assertThat(value(text).millis(0, Long.MAX_VALUE / 2, -1)).isEqualTo(millis);
    assertThat(problems.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"64mb, 67108864", "2kb, 2048", "1gb, 1073741824", "512, 512", "0, 0"})
  void sizesHaveUnits(String text, long bytes) {
    assertThat(value(text).bytes(0, 1 << 30, -1)).isEqualTo(bytes);
    assertThat(problems.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"64m", "mb", "1.5mb", "64 mb", "64MB", "-1", "2gb", "9999999999"})
  void otherSizesAreTold(String text) {
    assertThat(value(text).bytes(0, 1 << 30, -1)).isEqualTo(-1);
    assertThat(problems.report()).endsWith("; fix: write a size such as 64mb, from 0 to 1gb\n");
  }

  @ParameterizedTest
  @CsvSource({"10", "d", "1.5d", "3w", "-1d", "1 d", "9999999999d", "10D"})
  void otherDurationsAreTold(String text) {
    assertThat(value(text).millis(0, 100 * HOUR, -1)).isEqualTo(-1);
    assertThat(problems.report()).endsWith("; fix: write a duration from 0s to 100h\n");
  }

  @Test
  void hoursAndDaysAreWhole() {
    assertThat(value("14d").hours(1, 43_800, -1)).isEqualTo(336);
    assertThat(value("48h").days(1, 365, -1)).isEqualTo(2);
    assertThat(problems.isEmpty()).isTrue();

    assertThat(value("90m").hours(1, 43_800, -1)).isEqualTo(-1);
    assertThat(value("36h").days(1, 365, -1)).isEqualTo(-1);
    assertThat(problems.list())
        .extracting(Problem::fix)
        .containsExactly("write a duration from 1d to 365d", "write a duration from 1h to 1825d");
  }

  @Test
  void truthIsTrueOrFalse() {
    assertThat(value("true").bool(false)).isTrue();
    assertThat(value("false").bool(true)).isFalse();
    assertThat(problems.isEmpty()).isTrue();

    assertThat(value("yes").bool(false)).isFalse();
    assertThat(problems.report()).contains("key cannot be 'yes'");
  }

  @Test
  void choicesNameTheNearest() {
    assertThat(value("page-veiw").choice(Map.of("page-view", 1, "click", 2), 0)).isZero();
    assertThat(problems.report())
        .isEqualTo("file.yaml:1:6: key cannot be 'page-veiw'; fix: write 'page-view'\n");
  }

  @Test
  void aSingleValueStandsForAListOfOne() {
    assertThat(value("[a, b]").texts()).containsExactly("a", "b");
    assertThat(value("a").texts()).containsExactly("a");
    assertThat(value("[]").texts()).isEmpty();
  }

  @Test
  void absentValuesAreSilent() {
    YamlMapping root = YamlText.parse("file.yaml", "a: 1", problems).mapping();

    assertThat(root.get("b").text("fallback")).isEqualTo("fallback");
    assertThat(root.get("b").items()).isEmpty();
    assertThat(root.get("b").mapping().entries()).isEmpty();
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void missingKeysAreToldOnce() {
    YamlMapping root = YamlText.parse("file.yaml", "a: 1", problems).named("the file").mapping();

    assertThat(root.require("b").integer(0, 9, 7)).isEqualTo(7);
    assertThat(problems.report()).isEqualTo("file.yaml:1:1: the file has no 'b'; fix: add 'b'\n");
  }

  @Test
  void nothingIsMissingInWhatIsNoMapping() {
    value("text").mapping(List.of("a")).require("a");

    assertThat(problems.report())
        .isEqualTo(
            "file.yaml:1:6: key must be a mapping; fix: write 'key: value' entries below it\n");
  }

  @ParameterizedTest
  @CsvSource({"'', 5", "null, 6", "''' ''', 6"})
  void emptyValuesAreTold(String text, int column) {
    assertThat(value(text).text("fallback")).isEqualTo("fallback");
    assertThat(problems.report())
        .isEqualTo("file.yaml:1:" + column + ": key is empty; fix: write a text or remove it\n");
  }

  @Test
  void unknownKeysNameTheNearest() {
    value("{ haf-life: 1, zzz: 2 }").mapping(List.of("points", "half-life"));

    assertThat(problems.report())
        .isEqualTo(
            """
            file.yaml:1:8: key knows no key 'haf-life'; fix: write 'half-life'
            file.yaml:1:21: key knows no key 'zzz'; fix: one of points, half-life
            """);
  }

  @Test
  void messagesStayOnOneLine() {
    value("\"a\\nb\\u0007\\u2028c\"").bool(false);

    assertThat(problems.report()).contains("key cannot be 'a b  c'").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          k: ab + X                ; 1 ; 6 ; 1:9
          k: "ab + X"              ; 1 ; 6 ; 1:10
          k: 'it''s X'             ; 1 ; 6 ; 1:11
          k: "a\\"b\\u0041 X"      ; 1 ; 6 ; 1:16
          k: >-~  ab~  + X         ; 1 ; 6 ; 3:5
          k: >-~    ab ||~    X    ; 1 ; 7 ; 3:5
          k: |~  ab~    + X        ; 2 ; 5 ; 3:7
          k: ab~  + X              ; 1 ; 6 ; 2:5
          k: "ab~  + X"            ; 1 ; 6 ; 2:5
          k: '料金 X'              ; 1 ; 4 ; 1:8
          """)
  void placesInsideATextAreFoundInTheFile(String text, int line, int column, String place) {
    YamlValue value = YamlText.parse("f", text.replace('~', '\n'), problems).mapping().get("k");

    assertThat(value.placeInside(line, column)).hasToString("f:" + place);
  }

  private YamlValue value(String text) {
    return YamlText.parse("file.yaml", "key: " + text, problems).mapping().get("key");
  }
}
