package io.leadpulse.jobs.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.schemas.DeadLetter;
import io.leadpulse.schemas.DeadLetterCause;
import io.leadpulse.schemas.Topics;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadLetterCodecTest {
  private static final String TOPIC = "leadpulse.web-access.v1";

  /** What the topic of dead letters takes; see `config/topics.yaml`. */
  private static final int TOPIC_LIMIT = 2 * 1024 * 1024;

  private final DeadLetterCodec codec = new DeadLetterCodec();

  @Test
  void keepsBytesAndCoordinates() throws Exception {
    byte[] value = {1, 2, 3};
    DeadLetter letter = letter(raw(new byte[] {9}, value));
    assertThat(letter.getSourceTopic()).isEqualTo(TOPIC);
    assertThat(letter.getPartition()).isEqualTo(2);
    assertThat(letter.getOffset()).isEqualTo(77);
    assertThat(letter.getRecordedAt()).isEqualTo(Instant.ofEpochMilli(1_000));
    assertThat(letter.getCause()).isEqualTo(DeadLetterCause.TRUNCATED);
    assertThat(letter.getDetail()).isEqualTo("ends within eventId");
    assertThat(letter.getKey()).isEqualTo(ByteBuffer.wrap(new byte[] {9}));
    assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(value));
    assertThat(letter.getValueSize()).isEqualTo(3);
    assertThat(letter.getValueSha256()).isEqualTo(sha256(value));
    assertThat(letter.getTruncated()).isFalse();
    assertThat(letter.getSourceFile()).isNull();
  }

  @Test
  void isKeyedByTheTopicItCameFrom() {
    OutputRecord output = codec.encode(raw(null, null), RefusalCause.EMPTY, "no bytes");
    assertThat(output.topic()).isEqualTo(OutputTopic.DEAD_LETTER);
    assertThat(output.key()).asString().isEqualTo(TOPIC);
    assertThat(output.messageId()).isEmpty();
  }

  @Test
  void aRecordOfNothingStaysNothing() {
    DeadLetter letter = letter(raw(null, null));
    assertThat(letter.getKey()).isNull();
    assertThat(letter.getValue()).isNull();
    assertThat(letter.getValueSize()).isZero();
    assertThat(letter.getValueSha256()).isEmpty();
  }

  @Test
  void aLargeValueKeepsItsHeadAndTheHashOfAll() throws Exception {
    byte[] value = new byte[DeadLetterCodec.MAX_VALUE + 1];
    Arrays.fill(value, (byte) 7);
    DeadLetter letter = letter(raw(null, value));
    assertThat(letter.getTruncated()).isTrue();
    assertThat(letter.getValue().remaining()).isEqualTo(DeadLetterCodec.MAX_VALUE);
    assertThat(letter.getValueSize()).isEqualTo(value.length);
    assertThat(letter.getValueSha256()).isEqualTo(sha256(value));
  }

  @Test
  void theLargestThatIsKeptWholeIsNotTruncated() {
    assertThat(letter(raw(null, new byte[DeadLetterCodec.MAX_VALUE])).getTruncated()).isFalse();
  }

  @Test
  void noDeadLetterIsTooLargeForItsTopic() {
    byte[] huge = new byte[4 * 1024 * 1024];
    OutputRecord output =
        codec.encode(raw(huge, huge), RefusalCause.TOO_LARGE, "title ".repeat(10_000));
    assertThat(output.key().length + output.value().length).isLessThan(TOPIC_LIMIT / 2);
    DeadLetter letter = Wire.decode(Topics.DEAD_LETTER, output.value());
    assertThat(letter.getKey().remaining()).isEqualTo(DeadLetterCodec.MAX_KEY);
    assertThat(letter.getDetail())
        .startsWith("(key of 4194304 bytes cut to 8192)")
        .hasSize(DeadLetterCodec.MAX_DETAIL);
  }

  private DeadLetter letter(RawRecord raw) {
    OutputRecord output = codec.encode(raw, RefusalCause.TRUNCATED, "ends within eventId");
    return Wire.decode(Topics.DEAD_LETTER, output.value());
  }

  private static RawRecord raw(byte @Nullable [] key, byte @Nullable [] value) {
    return new RawRecord(TOPIC, 2, 77, 1_000, key, value);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
