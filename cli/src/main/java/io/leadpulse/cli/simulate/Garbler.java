package io.leadpulse.cli.simulate;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Makes records unreadable in the ways that happen: one way is as likely as another. */
final class Garbler {
  /** Where the fingerprint of the schema ends in single-object encoding. */
  private static final int HEADER = 10;

  private static final int WAYS = 5;
  private static final int LONGEST_NOISE = 200;
  private static final int LONGEST_TAIL = 8;

  private Garbler() {}

  static byte[] garble(RandomGenerator random, byte[] record) {
    return switch (random.nextInt(WAYS)) {
      case 0 -> noise(random);
      case 1 -> Arrays.copyOf(record, random.nextInt(1, record.length));
      case 2 -> withUnknownFingerprint(random, record);
      case 3 -> Arrays.copyOf(record, record.length + random.nextInt(1, LONGEST_TAIL));
      default -> new byte[0];
    };
  }

  private static byte[] noise(RandomGenerator random) {
    byte[] noise = new byte[random.nextInt(1, LONGEST_NOISE)];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] withUnknownFingerprint(RandomGenerator random, byte[] record) {
    byte[] changed = record.clone();
    changed[random.nextInt(2, HEADER)] ^= (byte) random.nextInt(1, 1 << Byte.SIZE);
    return changed;
  }
}
