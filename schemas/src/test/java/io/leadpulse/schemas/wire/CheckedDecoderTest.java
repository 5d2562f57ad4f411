package io.leadpulse.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CheckedDecoderTest {
  private static final Limits LIMITS = new Limits(16, 8, 10);

  private final CheckedDecoder in = new CheckedDecoder(LIMITS);

  @Test
  void numbersAreReadAsAvroWritesThem() throws IOException {
    Random random = new Random(11);
    for (int i = 0; i < 100_000; i++) {
      long number = random.nextLong() >> random.nextInt(64);
      double fraction = random.nextDouble();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
      out.writeLong(number);
      out.writeInt((int) number);
      out.writeDouble(fraction);
      out.writeFloat((float) fraction);
      in.reset(bytes.toByteArray(), 0);
      assertThat(in.readLong()).isEqualTo(number);
      assertThat(in.readInt()).isEqualTo((int) number);
      assertThat(in.readDouble()).isEqualTo(fraction);
      assertThat(in.readFloat()).isEqualTo((float) fraction);
      assertThat(in.remaining()).isZero();
    }
  }

  @Test
  void theGreatestNumbersFit() throws IOException {
    assertThat(on("FEFFFFFFFFFFFFFFFF01").readLong()).isEqualTo(Long.MAX_VALUE);
    assertThat(on("FFFFFFFFFFFFFFFFFF01").readLong()).isEqualTo(Long.MIN_VALUE);
    assertThat(on("FEFFFFFF0F").readInt()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void numbersOverTheirWidthAreRefused() {
    refuses(Cause.UNREADABLE, () -> on("FFFFFFFFFFFFFFFFFF02").readLong());
    refuses(Cause.UNREADABLE, () -> on("8080808080808080808001").readLong());
    refuses(Cause.UNREADABLE, () -> on("8080808010").readInt());
  }

  @Test
  void aNumberThatGoesOnPastTheEndIsTruncated() {
    refuses(Cause.TRUNCATED, () -> on("8080").readLong());
    refuses(Cause.TRUNCATED, () -> on("").readLong());
    refuses(Cause.TRUNCATED, () -> on("000000").readFloat());
    refuses(Cause.TRUNCATED, () -> on("00000000000000").readDouble());
  }

  @Test
  void aBooleanIsZeroOrOne() throws IOException {
    assertThat(on("01").readBoolean()).isTrue();
    assertThat(on("00").readBoolean()).isFalse();
    refuses(Cause.UNREADABLE, () -> on("02").readBoolean());
    refuses(Cause.UNREADABLE, () -> on("81").readBoolean());
  }

  @Test
  void textIsStrictUtf8() throws IOException {
    for (String text : new String[] {"", "path", "料金", "\uD83D\uDE80", "\uFFFD"}) {
      assertThat(onText(text.getBytes(StandardCharsets.UTF_8)).readString()).isEqualTo(text);
    }
    // a lone continuation, an overlong slash, a surrogate, beyond Unicode, a cut character
    for (String bad : new String[] {"80", "C0AF", "EDA080", "F4908080", "E696"}) {
      refuses(Cause.UNREADABLE, () -> onText(HexFormat.of().parseHex(bad)).readString());
      refuses(Cause.UNREADABLE, () -> onText(HexFormat.of().parseHex(bad)).skipString());
    }
  }

  @Test
  void lengthsAreCheckedBeforeAnythingElse() throws IOException {
    refuses(Cause.TOO_LARGE, () -> onText(new byte[17]).readString());
    refuses(Cause.TOO_LARGE, () -> on("12" + "00".repeat(9)).readBytes(null));
    refuses(Cause.TOO_LARGE, () -> on("12" + "00".repeat(9)).skipBytes());
    refuses(Cause.TOO_LARGE, () -> on("FEFFFFFFFFFFFFFFFF01").readBytes(null));
    refuses(Cause.TRUNCATED, () -> on("0461").readString());
    refuses(Cause.TRUNCATED, () -> on("0461").readBytes(null));
    refuses(Cause.UNREADABLE, () -> on("01").readString());
    refuses(Cause.UNREADABLE, () -> on("01").readBytes(null));
    assertThat(on("0401FF").readBytes(ByteBuffer.allocate(9)))
        .isEqualTo(ByteBuffer.wrap(new byte[] {1, -1}));
  }

  @Test
  void itemsOfAllCollectionsShareOneCap() throws IOException {
    CheckedDecoder six = on("0C" + "00".repeat(6) + "0A" + "00".repeat(5));
    assertThat(six.readArrayStart()).isEqualTo(6);
    six.skipFixed(6);
    refuses(Cause.TOO_LARGE, six::readMapStart);
  }

  @Test
  void moreItemsThanBytesAreTruncated() {
    refuses(Cause.TRUNCATED, () -> on("0A00000000").readArrayStart());
    refuses(Cause.TRUNCATED, () -> on("0A00000000").skipMap());
  }

  @Test
  void aBlockMayTellItsSize() throws IOException {
    assertThat(on("03040202").readArrayStart()).isEqualTo(2);
    assertThat(on("03040202").skipArray()).isEqualTo(2);
    refuses(Cause.UNREADABLE, () -> on("03010202").mapNext());
    refuses(Cause.TRUNCATED, () -> on("03060202").arrayNext());
    refuses(Cause.TOO_LARGE, () -> on("FFFFFFFFFFFFFFFFFF0100").arrayNext());
  }

  private CheckedDecoder on(String hex) {
    in.reset(HexFormat.of().parseHex(hex), 0);
    return in;
  }

  private CheckedDecoder onText(byte[] text) {
    return on(
        HexFormat.of().toHexDigits((byte) (text.length * 2)) + HexFormat.of().formatHex(text));
  }

  private static void refuses(Cause cause, ThrowingCallable read) {
    assertThatThrownBy(read)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(cause));
  }
}
