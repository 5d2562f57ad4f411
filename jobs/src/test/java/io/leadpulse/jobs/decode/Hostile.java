package io.leadpulse.jobs.decode;

import io.leadpulse.jobs.record.RefusalCause;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Everything that a topic of web accesses may bring instead of one. */
enum Hostile {
  NULL(RefusalCause.EMPTY, null),
  NO_BYTES(RefusalCause.EMPTY, new byte[0]),
  RANDOM_BYTES(RefusalCause.UNREADABLE, random()),
  TEXT(RefusalCause.UNREADABLE, "{\"eventId\":\"e-1\"}".getBytes()),
  HALF_A_HEADER(RefusalCause.TRUNCATED, Arrays.copyOf(Accesses.bytes(), 5)),
  HALF_A_BODY(RefusalCause.TRUNCATED, Arrays.copyOf(Accesses.bytes(), 20)),
  ALL_BUT_ONE_BYTE(
      RefusalCause.TRUNCATED, Arrays.copyOf(Accesses.bytes(), Accesses.bytes().length - 1)),
  ONE_BYTE_MORE(
      RefusalCause.TRAILING_BYTES, Arrays.copyOf(Accesses.bytes(), Accesses.bytes().length + 1)),
  UNKNOWN_FINGERPRINT(RefusalCause.UNKNOWN_SCHEMA, patched(4, 0x55)),
  ID_WITHOUT_A_REGISTRY(RefusalCause.UNKNOWN_SCHEMA, new byte[] {0, 0, 0, 0, 17, 2}),
  HALF_AN_ID(RefusalCause.TRUNCATED, new byte[] {0, 0, 0}),
  HUGE_LENGTH(RefusalCause.TOO_LARGE, patched(10, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F)),
  NEGATIVE_LENGTH(RefusalCause.UNREADABLE, patched(10, 0x01)),
  MEGABYTE_OF_TEXT(RefusalCause.TOO_LARGE, Accesses.bytes(a -> a.setTitle("x".repeat(1 << 20)))),
  UNKNOWN_KIND(
      RefusalCause.UNKNOWN_KIND,
      Accesses.bytes(a -> a.setKind(io.leadpulse.schemas.WebAccessKind.UNKNOWN))),
  BLANK_EVENT_ID(RefusalCause.INVALID, Accesses.bytes(a -> a.setEventId(" "))),
  ANCIENT(RefusalCause.INVALID, Accesses.bytes(a -> a.setOccurredAt(Instant.EPOCH))),
  FAR_FUTURE(
      RefusalCause.INVALID,
      Accesses.bytes(a -> a.setOccurredAt(Instant.ofEpochMilli(Long.MAX_VALUE)))),
  TOMORROW(
      RefusalCause.FUTURE_TIMESTAMP,
      Accesses.bytes(a -> a.setOccurredAt(Accesses.RECORDED.plusSeconds(86_400)))),
  NOBODY(RefusalCause.NO_LEAD, Accesses.bytes(a -> a.setLeadId(null)));

  final RefusalCause cause;
  final byte @Nullable [] bytes;

  Hostile(RefusalCause cause, byte @Nullable [] bytes) {
    this.cause = cause;
    this.bytes = bytes;
  }

  private static byte[] random() {
    byte[] bytes = new byte[300];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  /** A good record with other bytes from an index on. */
  private static byte[] patched(int index, int... others) {
    byte[] bytes = Accesses.bytes();
    for (int i = 0; i < others.length; i++) {
      bytes[index + i] = (byte) others[i];
    }
    return bytes;
  }
}
