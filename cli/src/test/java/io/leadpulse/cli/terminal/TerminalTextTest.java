package io.leadpulse.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTextTest {

  @Test
  void neutralisesWhatATerminalObeys() {
    assertThat(TerminalText.plain("a\u001b[2Jb\u009b31mc\u0007\u007f")).isEqualTo("a?[2Jb?31mc??");
    assertThat(TerminalText.plain("one\ntwo\r\tthree")).isEqualTo("one two  three");
  }

  @Test
  void showsWhatTurnsOrHidesText() {
    assertThat(TerminalText.plain("a\u202egpj.exe\u2066\u200b\ufeff\u2028"))
        .isEqualTo("a?gpj.exe????");
  }

  @Test
  void leavesOrdinaryTextAlone() {
    assertThat(TerminalText.plain("株式会社ひかり　Müller & Søn, 42 €"))
        .isEqualTo("株式会社ひかり　Müller & Søn, 42 €");
  }

  @Test
  void composesLettersAndThinsPiledMarks() {
    assertThat(TerminalText.plain("ハ\u309aン")).isEqualTo("パン");
    assertThat(TerminalText.plain("x" + "\u0335".repeat(5_000) + "y")).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"abc,3", "株式,4", "ｶﾌﾞ,3", "é,1", "'',0"})
  void countsColumnsAsATerminalDoes(String text, int width) {
    assertThat(TerminalText.width(text)).isEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource({
    "料金ページ,10,料金ページ",
    "料金ページ,9,料金ペー…",
    "料金ページ,8,料金ペ…",
    "pricing,4,pri…",
    "pricing,1,…",
    "pricing,0,''"
  })
  void cutsBetweenLettersToTheColumn(String text, int columns, String shown) {
    assertThat(TerminalText.cut(text, columns)).isEqualTo(shown);
  }

  @Test
  void fillsUpWhereAWideLetterDoesNotFit() {
    assertThat(TerminalText.fill("料金ページ", 8, false)).isEqualTo("料金ペ… ");
    assertThat(TerminalText.fill("7.5", 5, true)).isEqualTo("  7.5");
  }
}
