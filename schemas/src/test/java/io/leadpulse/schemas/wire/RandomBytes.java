package io.leadpulse.schemas.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.Schema;

/** Records of any schema behind a head of one byte, whole or damaged. */
final class RandomBytes {
  private static final byte[] HEAD = {0};
  private static final String[] TEXTS = {
    "", "", "", " ", "lead-1", "/pricing/basic?", "料金ページ", "\uD83D\uDE80", "\uFFFD", "x".repeat(41)
  };
  private static final long[] NUMBERS = {0, 1, -1, 63, -65, 1_772_413_323_000L, Long.MIN_VALUE};

  private final Random random;
  private final GrowingEncoder out = new GrowingEncoder();

  private RandomBytes(Random random) {
    this.random = random;
  }

  /** A record as a sender would write it; some hold more than small limits allow. */
  static byte[] of(Schema writer, Random random) {
    RandomBytes bytes = new RandomBytes(random);
    bytes.out.reset(HEAD);
    bytes.write(writer);
    return bytes.out.toByteArray();
  }

  /** The same with something done to it, in half of all cases. */
  static byte[] damaged(byte[] record, Random random) {
    int at = 1 + random.nextInt(record.length);
    return switch (random.nextInt(10)) {
      case 0 -> Arrays.copyOf(record, at);
      case 1 -> Arrays.copyOf(record, record.length + at);
      case 2 -> replaced(record, at, 1, random(1, random));
      case 3 -> replaced(record, at, 0, random(1 + random.nextInt(3), random));
      case 4 -> replaced(record, at, random.nextInt(4), new byte[0]);
      default -> record;
    };
  }

  private static byte[] random(int length, Random random) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] replaced(byte[] record, int at, int length, byte[] by) {
    int end = Math.min(record.length, at + length);
    byte[] bytes = Arrays.copyOf(record, at + by.length + record.length - end);
    System.arraycopy(by, 0, bytes, at, by.length);
    System.arraycopy(record, end, bytes, at + by.length, record.length - end);
    return bytes;
  }

  private void write(Schema schema) {
    switch (schema.getType()) {
      case RECORD -> schema.getFields().forEach(field -> write(field.schema()));
      case ENUM -> out.writeEnum(random.nextInt(schema.getEnumSymbols().size()));
      case ARRAY -> writeItems(schema.getElementType(), false);
      case MAP -> writeItems(schema.getValueType(), true);
      case UNION -> {
        int branch = random.nextInt(schema.getTypes().size());
        out.writeIndex(branch);
        write(schema.getTypes().get(branch));
      }
      case STRING -> out.writeString(text());
      case BYTES -> {
        byte[] bytes = text().getBytes(StandardCharsets.UTF_8);
        out.writeBytes(bytes, 0, bytes.length);
      }
      case FIXED -> out.writeFixed(random(schema.getFixedSize(), random), 0, schema.getFixedSize());
      case INT -> out.writeInt((int) NUMBERS[random.nextInt(NUMBERS.length)]);
      case LONG -> out.writeLong(NUMBERS[random.nextInt(NUMBERS.length)]);
      case FLOAT -> out.writeFloat(random.nextFloat());
      case DOUBLE -> out.writeDouble(random.nextDouble());
      case BOOLEAN -> out.writeBoolean(random.nextBoolean());
      case NULL -> out.writeNull();
    }
  }

  private void writeItems(Schema items, boolean named) {
    int count = random.nextInt(4);
    out.setItemCount(count);
    for (int i = 0; i < count; i++) {
      if (named) {
        out.writeString(text());
      }
      write(items);
    }
    out.writeArrayEnd();
  }

  /** One in some hundred is longer than small limits allow. */
  private String text() {
    boolean any = random.nextInt(40) == 0;
    return TEXTS[random.nextInt(any ? TEXTS.length : TEXTS.length - 1)];
  }
}
