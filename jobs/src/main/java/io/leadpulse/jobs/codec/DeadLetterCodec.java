package io.leadpulse.jobs.codec;

import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.schemas.DeadLetter;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes refused records with all that is needed to mend and send them again. For one thread at a
 * time.
 */
public final class DeadLetterCodec {
  /**
   * Most bytes kept of a value. Larger ones keep their head, hash and coordinates: a dead letter
   * that its own topic refused would stop the job.
   */
  public static final int MAX_VALUE = 512 * 1024;

  /** Most bytes kept of a key. */
  static final int MAX_KEY = 8 * 1024;

  static final int MAX_DETAIL = 2_000;

  private final RecordEncoder<DeadLetter> values;
  private final MessageDigest sha256 = sha256();

  /** Writes single-object encoding. */
  public DeadLetterCodec() {
    this(RecordFormat.singleObject());
  }

  public DeadLetterCodec(RecordFormat format) {
    values = format.encoder(Topics.DEAD_LETTER);
  }

  /**
   * The dead letter of a record.
   *
   * @param detail the cause in words, without values of the record
   */
  public OutputRecord encode(RawRecord raw, RefusalCause cause, String detail) {
    byte[] key = raw.topic().getBytes(StandardCharsets.UTF_8);
    byte[] value = values.encode(value(raw, cause, detail));
    return OutputRecord.of(OutputTopic.DEAD_LETTER, key, value);
  }

  private DeadLetter value(RawRecord raw, RefusalCause cause, String detail) {
    byte[] value = raw.value();
    return DeadLetter.newBuilder()
        .setSourceTopic(raw.topic())
        .setPartition(raw.partition())
        .setOffset(raw.offset())
        .setRecordedAt(Instant.ofEpochMilli(Math.max(0, raw.recordedAt())))
        .setCause(OutputEnums.cause(cause))
        .setDetail(clip(keyNote(raw.key()) + detail))
        .setKey(head(raw.key(), MAX_KEY))
        .setValue(head(value, MAX_VALUE))
        .setValueSize(value == null ? 0 : value.length)
        .setValueSha256(value == null ? "" : HexFormat.of().formatHex(sha256.digest(value)))
        .setTruncated(value != null && value.length > MAX_VALUE)
        .build();
  }

  private static @Nullable ByteBuffer head(byte @Nullable [] bytes, int most) {
    return bytes == null ? null : ByteBuffer.wrap(bytes, 0, Math.min(most, bytes.length));
  }

  private static String keyNote(byte @Nullable [] key) {
    return key != null && key.length > MAX_KEY
        ? "(key of " + key.length + " bytes cut to " + MAX_KEY + ") "
        : "";
  }

  private static String clip(String detail) {
    return detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
