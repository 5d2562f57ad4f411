package io.leadpulse.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are, reading them neither throws nor allocates much. */
class HostileBytesTest {
  private static final int HEADER = Events.HEADER;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Bytes that one reading may allocate; records here are far below 2 KiB. */
  private static final long ALLOWANCE = 64 * 1024;

  static List<Subject<?>> subjects() {
    return Topics.SUBJECTS;
  }

  @ParameterizedTest
  @MethodSource("subjects")
  <T extends SpecificRecord> void anyFlippedByteIsReadOrRefused(Subject<T> subject) {
    RecordDecoder<T> decoder = new RecordDecoder<>(subject, Limits.EVENT);
    RandomRecords records = new RandomRecords(5);
    byte[] good = new RecordEncoder<>(subject).encode(records.next(subject));
    for (int at = 0; at < good.length; at++) {
      for (int flip = 1; flip < 256; flip++) {
        byte[] bad = good.clone();
        bad[at] ^= (byte) flip;
        decode(decoder, bad);
      }
    }
    assertThat(decoder.decode(good)).isInstanceOf(Decoded.Value.class);
  }

  @Test
  void anyHundredThousandRandomRecordsAreReadOrRefused() {
    Random random = new Random(20_260_401);
    Set<Cause> met = EnumSet.noneOf(Cause.class);
    for (Subject<?> subject : Topics.SUBJECTS) {
      RecordDecoder<?> decoder = new RecordDecoder<>(subject, Limits.EVENT);
      byte[] header = Arrays.copyOf(new RandomRecords(1).encoded(subject), HEADER);
      for (int i = 0; i < 100_000 / Topics.SUBJECTS.size() + 1; i++) {
        byte[] record = new byte[random.nextInt(300)];
        random.nextBytes(record);
        if (random.nextInt(10) > 0) {
          System.arraycopy(header, 0, record, 0, Math.min(HEADER, record.length));
        }
        if (decode(decoder, record) instanceof Decoded.Failure<?> failure) {
          met.add(failure.cause());
        }
      }
    }
    assertThat(met).contains(Cause.EMPTY, Cause.UNREADABLE, Cause.TRUNCATED, Cause.TOO_LARGE);
  }

  @ParameterizedTest
  @MethodSource("subjects")
  <T extends SpecificRecord> void hugeLengthsAllocateNothing(Subject<T> subject) {
    RecordDecoder<T> decoder = new RecordDecoder<>(subject, Limits.DEAD_LETTER);
    byte[] good = new RandomRecords(7).encoded(subject);
    byte[][] lengths = {
      {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F},
      {(byte) 0x80, (byte) 0x80, (byte) 0x80, 1},
      {-2, -1, -1, -1, -1, -1, -1, -1, -1, 1},
      {-1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
      {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
    };
    long most = 0;
    for (int round = 0; round < 2; round++) {
      most = 0;
      for (int at = HEADER; at < good.length; at++) {
        for (byte[] length : lengths) {
          byte[] bad = Arrays.copyOf(good, good.length + length.length);
          System.arraycopy(length, 0, bad, at, length.length);
          System.arraycopy(good, at, bad, at + length.length, good.length - at);
          most = Math.max(most, allocated(decoder, bad));
        }
      }
    }
    // The first round loads classes.
    assertThat(most).isLessThan(ALLOWANCE);
  }

  private static long allocated(RecordDecoder<?> decoder, byte[] record) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    Decoded<?> decoded = decoder.decode(record);
    long after = THREADS.getCurrentThreadAllocatedBytes();
    requireExplained(decoded);
    return after - before;
  }

  private static Decoded<?> decode(RecordDecoder<?> decoder, byte[] record) {
    Decoded<?> decoded = decoder.decode(record);
    requireExplained(decoded);
    return decoded;
  }

  private static void requireExplained(Decoded<?> decoded) {
    if (decoded instanceof Decoded.Failure<?> failure
        && failure.detail().equals(FaultFinder.UNEXPLAINED)) {
      fail("A record was refused and nobody knows why");
    }
  }
}
