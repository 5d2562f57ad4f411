package io.leadpulse.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private static final List<Column> COLUMNS =
      List.of(Column.text("COMPANY", 10), Column.number("INTENT", 6), Column.text("TOPICS", 6));

  @Test
  void alignsColumnsUnderJapaneseText() {
    List<List<String>> rows =
        List.of(
            List.of("株式会社ひかり", "101.5", "料金"),
            List.of("ACME", "7.0", "price"),
            List.of("ｶﾌﾞｼｷｶﾞｲｼｬ", "88.0", "-"));
    assertThat(TextTable.of(COLUMNS, rows, 120).lines(rows))
        .containsExactly(
            "COMPANY         INTENT  TOPICS",
            "株式会社ひかり   101.5  料金",
            "ACME               7.0  price",
            "ｶﾌﾞｼｷｶﾞｲｼｬ        88.0  -");
  }

  @Test
  void cutsColumnsByTheirShareUntilTheTerminalHoldsAll() {
    List<List<String>> rows = List.of(List.of("株式会社".repeat(9), "1.0", "料金".repeat(9)));
    TextTable table = TextTable.of(COLUMNS, rows, 40);
    assertThat(table.lines(rows))
        .allSatisfy(line -> assertThat(TerminalText.width(line)).isLessThanOrEqualTo(40))
        .last()
        .isEqualTo("株式会社株式会社株…     1.0  料金料金料…");
  }

  @Test
  void cutsTheLineWhereEvenThatIsNotEnough() {
    List<List<String>> rows = List.of(List.of("company", "1.0", "topics"));
    assertThat(TextTable.of(COLUMNS, rows, 12).lines(rows))
        .containsExactly("COMPA…  INT…", "compa…     …");
  }

  @Test
  void keepsItsColumnsForRowsThatComeLater() {
    TextTable table = TextTable.growing(COLUMNS, List.of(), 120);
    assertThat(table.header()).isEqualTo("COMPANY     INTENT  TOPICS");
    assertThat(table.line(List.of("株式会社ひかり製作所", "1234567.5", "x"))).isEqualTo("株式会社…   12345…  x");
  }

  @Test
  void neutralisesItsCells() {
    assertThat(TextTable.of(COLUMNS, List.of(), 120).line(List.of("\u001b[31m", "1", "a\nb")))
        .isEqualTo("?[31m         1  a b");
  }
}
