package io.leadpulse.engine.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTextTest {
  private final Problems problems = new Problems();

  @Test
  void valuesKnowWhereTheyStand() {
    YamlMapping root = parse("a: 1\nb:\n  - x\n  - { c: 'y' }\n").mapping();

    assertThat(root.place()).hasToString("file.yaml:1:1");
    assertThat(root.get("a").place()).hasToString("file.yaml:1:4");
    assertThat(root.keyPlace("b")).hasToString("file.yaml:2:1");
    assertThat(root.get("b").items().get(0).place()).hasToString("file.yaml:3:5");
    assertThat(root.get("b").items().get(1).mapping().get("c").place())
        .hasToString("file.yaml:4:10");
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void columnsCountCharactersAsPeopleDo() {
    YamlMapping root = parse("{ \"𠮷野家\": x }").mapping();

    assertThat(root.entries().get(0).value().place()).hasToString("file.yaml:1:10");
  }

  @Test
  void aByteOrderMarkIsNoCharacter() {
    YamlMapping root = parse("\uFEFFa: x").mapping();

    assertThat(root.get("a").place()).hasToString("file.yaml:1:4");
  }

  @Test
  void aKeyThatStandsTwiceIsAProblem() {
    parse("a: 1\nb: 2\na: 3\n");

    assertThat(problems.report())
        .isEqualTo(
            "file.yaml:3:1: the key 'a' stands twice; fix: remove one; the first is in line 1\n");
  }

  @Test
  void onIsAKeyLikeAnyOther() {
    assertThat(parse("on: page-view").mapping().get("on").text("")).isEqualTo("page-view");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: [1, 2      | 1:9  | not YAML
          a: b: c       | 1:5  | not YAML
          a: "open      | 1:9  | not YAML
          a: 1~ b: 2    | 2:3  | not YAML
          a: 1~---~b: 2 | 2:1  | not YAML
          a: @b         | 1:4  | not YAML
          a: *nobody    | 1:4  | not YAML
          a: !!java.net.URL [x] | 1:4 | not YAML: Global tag is not allowed
          a: !secret x  | 1:4  | the tag !secret is not allowed
          a: !!binary aGk= | 1:4 | the tag tag:yaml.org,2002:binary is not allowed
          ? [a]~: 1     | 1:3  | a key must be a text
          <<: {a: 1}    | 1:1  | merge keys are not read
          a: &x [*x]    | 1:4  | an alias contains itself
          """)
  void refusesWithPlace(String text, String place, String message) {
    parse(text.replace('~', '\n'));

    assertThat(problems.report()).startsWith("file.yaml:" + place + ": " + message);
  }

  @Test
  void controlCharactersAreRefusedAtTheirPlace() {
    parse("a: 1\nbc: \u0007x");

    assertThat(problems.report()).startsWith("file.yaml:2:5: character 7 (hexadecimal)");
  }

  @Test
  void nothingIsAProblemToo() {
    assertThat(parse("# only a comment").isPresent()).isFalse();
    assertThat(problems.report()).startsWith("file.yaml:1:1: the text is empty");
  }

  @Test
  void longTextsAreRefusedUnread() {
    parse("a".repeat(YamlText.MAX_CHARS + 1));

    assertThat(problems.report()).contains("1048577 characters, more than 1048576");
  }

  @Test
  @Timeout(60)
  void aliasesThatMultiplyAreRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
    }
    parse(bomb.toString());

    assertThat(problems.report()).contains("the text expands to more than 600000 values");
  }

  @Test
  @Timeout(60)
  void deepNestingIsRefused() {
    parse("[".repeat(100_000));

    assertThat(problems.report()).contains("not YAML: Nesting Depth exceeded max 50");
  }

  @Test
  @Timeout(60)
  void manyProblemsAreCountedAndTheFirstKept() {
    parse("a: 1\n".repeat(20_000));

    assertThat(problems.count()).isEqualTo(19_999);
    assertThat(problems.list()).hasSize(Problems.LIMIT);
    assertThat(problems.report()).endsWith("and 18999 more problems\n");
  }

  @Test
  void aliasesWithinBoundsAreReadWhereTheyStand() {
    YamlMapping root = parse("a: &paths [/a, /b]\nb: *paths\n").mapping();

    assertThat(root.get("b").texts()).containsExactly("/a", "/b");
    assertThat(problems.isEmpty()).isTrue();
  }

  private YamlValue parse(String text) {
    return YamlText.parse("file.yaml", text, problems);
  }
}
