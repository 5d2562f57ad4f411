package io.leadpulse.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Held against Java's strict decoder. */
class Utf8CheckTest {
  /** Bytes on either side of every bound that UTF-8 has. */
  private static final int[] BOUNDS = {
    0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
    0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF7, 0xF8, 0xFF
  };

  @Test
  void everyCharacterIsTaken() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
        byte[] bytes = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8Check.isUtf8(bytes, 0, bytes.length)).isTrue();
      }
    }
  }

  @Test
  void fourBytesOfAnyKindAreJudgedAsJavaDoes() {
    byte[] bytes = new byte[4];
    for (int a : BOUNDS) {
      for (int b : BOUNDS) {
        for (int c : BOUNDS) {
          for (int d : BOUNDS) {
            bytes[0] = (byte) a;
            bytes[1] = (byte) b;
            bytes[2] = (byte) c;
            bytes[3] = (byte) d;
            requireSame(bytes, 0, 4);
          }
        }
      }
    }
  }

  @Test
  void aPartOfALongerArrayIsJudgedByItselfAlone() {
    Random random = new Random(3);
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      for (int at = 0; at < bytes.length; at++) {
        boolean ascii = random.nextInt(6) > 0;
        bytes[at] = (byte) (ascii ? random.nextInt(128) : BOUNDS[random.nextInt(BOUNDS.length)]);
      }
      int start = random.nextInt(bytes.length + 1);
      requireSame(bytes, start, start + random.nextInt(bytes.length - start + 1));
    }
  }

  private static void requireSame(byte[] bytes, int start, int end) {
    boolean judged = Utf8Check.isUtf8(bytes, start, end);
    if (judged != javaTakes(bytes, start, end)) {
      assertThat(judged).as("%s from %d to %d", hex(bytes), start, end).isEqualTo(!judged);
    }
  }

  private static boolean javaTakes(byte[] bytes, int start, int end) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }
}
