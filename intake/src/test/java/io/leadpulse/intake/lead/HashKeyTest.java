package io.leadpulse.intake.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashKeyTest {
  private static final byte[] BYTES = HexFormat.of().parseHex("ff" + "3e".repeat(31));

  @Test
  void readsHexBase64AndRawBytesAlike() {
    String hex = HexFormat.of().formatHex(BYTES);
    assertThat(parse(hex + "\n")).isEqualTo(BYTES);
    assertThat(parse(hex.toUpperCase() + "\r\n")).isEqualTo(BYTES);
    assertThat(parse(Base64.getEncoder().encodeToString(BYTES))).isEqualTo(BYTES);
    assertThat(parse(Base64.getUrlEncoder().withoutPadding().encodeToString(BYTES) + "\n"))
        .isEqualTo(BYTES);
    assertThat(HashKey.parse(BYTES).bytes()).isEqualTo(BYTES);
  }

  @Test
  void whatItWritesItReads() {
    HashKey key = HashKey.random();
    assertThat(parse(key.toHex())).isEqualTo(key.bytes());
    assertThat(HashKey.random().bytes()).isNotEqualTo(key.bytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hunter2", "c2VjcmV0", "zz"})
  void refusesAllElseWithoutShowingIt(String content) {
    assertThatThrownBy(() -> parse(content))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a key is 32 bytes, as hex, base64 or raw; this is none of them")
        .hasNoCause();
  }

  @Test
  void doesNotShowItselfInLogs() {
    HashKey key = HashKey.parse(BYTES);
    assertThat(key).asString().doesNotContain(key.toHex());
  }

  private static byte[] parse(String content) {
    return HashKey.parse(content.getBytes(StandardCharsets.US_ASCII)).bytes();
  }
}
