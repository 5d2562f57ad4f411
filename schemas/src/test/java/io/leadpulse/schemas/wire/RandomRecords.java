package io.leadpulse.schemas.wire;

import io.leadpulse.schemas.Subject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Records of any subject with every kind of value in them, the same ones for the same seed. */
final class RandomRecords {
  private static final String[] TEXTS = {
    "", "pricing", "料金ページ", "\uD83D\uDE80", "\uFFFD", "a\u0000b"
  };
  private static final long[] NUMBERS = {
    0, 1, -1, 63, 64, -64, -65, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE
  };

  private final Random random;

  RandomRecords(long seed) {
    random = new Random(seed);
  }

  <T extends SpecificRecord> T next(Subject<T> subject) {
    return subject.type().cast(value(subject.schema()));
  }

  <T extends SpecificRecord> byte[] encoded(Subject<T> subject) {
    return new RecordEncoder<>(subject).encode(next(subject));
  }

  private Object value(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case ENUM -> constant(schema);
      case ARRAY -> list(schema);
      case MAP -> map(schema);
      case UNION -> value(schema.getTypes().get(random.nextInt(schema.getTypes().size())));
      case STRING -> TEXTS[random.nextInt(TEXTS.length)];
      case BYTES -> ByteBuffer.wrap(bytes(random.nextInt(20)));
      case INT -> (int) NUMBERS[random.nextInt(NUMBERS.length - 2)];
      case LONG -> schema.getLogicalType() == null ? number() : Instant.ofEpochMilli(number());
      case BOOLEAN -> random.nextBoolean();
      case NULL -> null;
      default -> throw new IllegalArgumentException("No contract uses " + schema);
    };
  }

  private SpecificRecord record(Schema schema) {
    SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), value(field.schema()));
    }
    return record;
  }

  private Object constant(Schema schema) {
    List<String> symbols = schema.getEnumSymbols();
    return SpecificData.get().createEnum(symbols.get(random.nextInt(symbols.size())), schema);
  }

  private List<Object> list(Schema schema) {
    List<Object> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(value(schema.getElementType()));
    }
    return items;
  }

  private Map<String, Object> map(Schema schema) {
    Map<String, Object> entries = new HashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      entries.put("q" + i, value(schema.getValueType()));
    }
    return entries;
  }

  private long number() {
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
