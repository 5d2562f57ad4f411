package io.leadpulse.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JunkIdsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "\u3000",
        "0",
        "000000",
        "-",
        "-1",
        "00000000-0000-0000-0000-000000000000",
        "null",
        "NULL",
        " undefined ",
        "Anonymous",
        "(not set)",
        "(Not Set)",
        "unknown",
        "NaN",
        "N/A"
      })
  void whatNamesNobodyIsJunk(String id) {
    assertThat(JunkIds.isJunk(id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "-2",
        "00000000-0000-0000-0000-000000000001",
        "nullable",
        "null-7",
        "unknown-visitor-12",
        "anonymous1",
        "v-0",
        "5f0c1b1e-7f0e-4f7e-9d56-0a9a6f3b2c11"
      })
  void whatNamesSomebodyIsNot(String id) {
    assertThat(JunkIds.isJunk(id)).isFalse();
  }

  @Test
  void everyReasonHasATermOfItsOwn() {
    assertThat(DropReason.values()).extracting(DropReason::term).doesNotHaveDuplicates();
    assertThat(DropReason.SHARED_VISITOR.term()).isEqualTo("shared-visitor");
  }
}
