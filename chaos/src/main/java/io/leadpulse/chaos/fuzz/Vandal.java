package io.leadpulse.chaos.fuzz;

import io.leadpulse.chaos.stage.Stage;
import io.leadpulse.jobs.record.SourceTopic;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Damages records, each as its number says: the same seed breaks the same ones alike. */
final class Vandal {
  /** Names the damage to those who count it; the job does not look at headers. */
  static final String HEADER = "damage";

  /** Of single-object encoding: two marks and the fingerprint. */
  private static final int HEADER_SIZE = 10;

  private static final long[] LENGTHS = {
    8_193, 1 << 20, Integer.MAX_VALUE, 1L << 31, Long.MAX_VALUE, -1, Long.MIN_VALUE
  };

  private final long seed;
  private final Specimens specimens;

  Vandal(long seed, Specimens specimens) {
    this.seed = seed;
    this.specimens = specimens;
  }

  /** A good record. */
  ProducerRecord<byte[], byte[]> good(long number) {
    Specimen specimen = specimens.make(number, random(number));
    return message(specimen, bytes(specimen.leadId()), specimen.bytes());
  }

  /** A damaged one. */
  ProducerRecord<byte[], byte[]> damaged(long number) {
    SplittableRandom random = random(number);
    Damage damage = Damage.values()[random.nextInt(Damage.values().length)];
    Specimen specimen =
        damage == Damage.BAD_VALUE ? specimens.bad(number, random) : specimens.make(number, random);
    byte[] key = damage == Damage.WRONG_KEY ? wrongKey(specimen, random) : bytes(specimen.leadId());
    byte[] value = value(damage, specimen, number, random);
    ProducerRecord<byte[], byte[]> message = message(specimen, key, value);
    message.headers().add(HEADER, new byte[] {(byte) damage.ordinal()});
    return message;
  }

  private SplittableRandom random(long number) {
    return new SplittableRandom(seed * 1_000_003 + number);
  }

  private static ProducerRecord<byte[], byte[]> message(
      Specimen specimen, byte @Nullable [] key, byte @Nullable [] value) {
    int partition = specimen.lead() % Stage.PARTITIONS;
    return new ProducerRecord<>(specimen.source().topic(Stage.PREFIX), partition, key, value);
  }

  private byte @Nullable [] value(
      Damage damage, Specimen specimen, long number, SplittableRandom random) {
    byte[] good = specimen.bytes();
    return switch (damage) {
      case BIT_FLIP -> flipped(good, random);
      case TRUNCATED -> Arrays.copyOf(good, 1 + random.nextInt(good.length - 1));
      case EXTENDED -> joined(good, noise(1 + random.nextInt(40), random));
      case UNKNOWN_FINGERPRINT -> withFingerprint(good, random);
      case OTHER_BODY -> joined(head(good), body(stranger(specimen, number, random)));
      case OTHER_TOPIC -> stranger(specimen, number, random);
      case EMPTY -> new byte[0];
      // Without a value it would be good: what is known of the lead is withdrawn.
      case NULL -> specimen.source() == SourceTopic.LEAD_PROFILE ? new byte[0] : null;
      case HUGE_LENGTH -> withLength(good, LENGTHS[random.nextInt(LENGTHS.length)]);
      case RANDOM_BYTES ->
          noise(1 + random.nextInt(random.nextInt(200) == 0 ? 65_536 : 400), random);
      case CONFLUENT_HEADER ->
          joined(ByteBuffer.allocate(5).putInt(1, random.nextInt(100)).array(), body(good));
      case WRONG_KEY, BAD_VALUE -> good;
    };
  }

  /** A topic that is compacted takes no record without a key. */
  private static byte @Nullable [] wrongKey(Specimen specimen, SplittableRandom random) {
    return random.nextBoolean() && specimen.source() != SourceTopic.LEAD_PROFILE
        ? null
        : noise(1 + random.nextInt(30), random);
  }

  private static byte[] flipped(byte[] good, SplittableRandom random) {
    byte[] bytes = good.clone();
    for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static byte[] withFingerprint(byte[] good, SplittableRandom random) {
    byte[] bytes = good.clone();
    ByteBuffer.wrap(bytes).putLong(2, random.nextLong());
    return bytes;
  }

  private byte[] stranger(Specimen specimen, long number, SplittableRandom random) {
    SourceTopic[] all = SourceTopic.values();
    int step = 1 + random.nextInt(all.length - 1);
    SourceTopic other = all[(specimen.source().ordinal() + step) % all.length];
    return specimens.make(other, number, random).bytes();
  }

  /** The first field of every record is a text of fewer than 64 bytes, so its length is a byte. */
  private static byte[] withLength(byte[] good, long length) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head(good));
    long rest = length << 1 ^ length >> 63;
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
    bytes.writeBytes(Arrays.copyOfRange(good, HEADER_SIZE + 1, good.length));
    return bytes.toByteArray();
  }

  private static byte[] head(byte[] good) {
    return Arrays.copyOf(good, HEADER_SIZE);
  }

  private static byte[] body(byte[] good) {
    return Arrays.copyOfRange(good, HEADER_SIZE, good.length);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] bytes = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, bytes, first.length, second.length);
    return bytes;
  }

  private static byte[] noise(int length, SplittableRandom random) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
