package io.leadpulse.jobs.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The job's reading is held against the plain way, record by record. */
class InputPropertyTest {
  private static final long SEED = Long.getLong("property.seed", 20_260_302);
  private static final int CASES = Integer.getInteger("property.cases", 20_000);
  private static final Instant NOW = Instant.parse("2026-03-02T01:02:03.456Z");
  private static final String[] TEXTS = {
    "", " ", "e-1", "/pricing/basic", "料金ページ", "\u3000", "\uD83D\uDE80", "x".repeat(9_000)
  };

  private final InputCodec codec = new InputCodec();
  private final WholeRecords plain = new WholeRecords();

  @ParameterizedTest
  @EnumSource(SourceTopic.class)
  void readsAndRefusesAsThePlainWayDoes(SourceTopic source) {
    Set<RefusalCause> causes = EnumSet.noneOf(RefusalCause.class);
    int read = 0;
    for (int i = 0; i < CASES; i++) {
      long seed = SEED + i;
      Random random = new Random(seed);
      RawRecord raw = raw(source, damaged(bytes(subject(source), random), random), random);
      Reading<SourceInput> expected = plain.read(source, raw);
      String how = "-Dproperty.seed=" + seed + " -Dproperty.cases=1";
      assertThat(codec.read(source, raw)).as(how).isEqualTo(expected);
      assertThat(codec.occurredAt(source, raw)).as(how).isEqualTo(time(expected));
      if (expected instanceof Reading.Refused<SourceInput> refused) {
        causes.add(refused.cause());
      } else {
        read++;
      }
    }
    if (CASES >= 10_000) {
      assertThat(read).isGreaterThan(CASES / 5);
      assertThat(causes)
          .contains(
              RefusalCause.INVALID,
              RefusalCause.TOO_LARGE,
              RefusalCause.TRAILING_BYTES,
              RefusalCause.TRUNCATED,
              RefusalCause.UNREADABLE);
    }
  }

  private static long time(Reading<SourceInput> reading) {
    return reading instanceof Reading.Value<SourceInput> value
        ? value.value().occurredAt()
        : InputCodec.NEVER;
  }

  private static Subject<?> subject(SourceTopic source) {
    return Topics.SUBJECTS.stream()
        .filter(subject -> subject.name().equals(source.baseName()))
        .findFirst()
        .orElseThrow();
  }

  private static RawRecord raw(SourceTopic source, byte[] value, Random random) {
    long recordedAt = random.nextInt(50) == 0 ? -1 : NOW.toEpochMilli();
    return new RawRecord(source.topic("acme."), 3, random.nextInt(99), recordedAt, null, value);
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(8)) {
      case 0 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 1 -> {
        return Arrays.copyOf(bytes, bytes.length + 1 + at);
      }
      case 2 -> bytes[at] = (byte) random.nextInt();
      default -> {}
    }
    return bytes;
  }

  private static <T extends SpecificRecord> byte[] bytes(Subject<T> subject, Random random) {
    SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, subject.schema());
    for (Schema.Field field : subject.schema().getFields()) {
      record.put(field.pos(), value(field.schema(), random));
    }
    return new RecordEncoder<>(subject).encode(subject.type().cast(record));
  }

  private static Object value(Schema schema, Random random) {
    return switch (schema.getType()) {
      case STRING -> text(random);
      case INT -> random.nextInt(3) * 100;
      case LONG -> random.nextInt(20) == 0 ? Instant.EPOCH : NOW.minusMillis(random.nextInt());
      case BOOLEAN -> random.nextBoolean();
      case NULL -> null;
      case UNION -> value(schema.getTypes().get(random.nextInt(10) == 0 ? 0 : 1), random);
      case ENUM ->
          SpecificData.get()
              .createEnum(
                  schema.getEnumSymbols().get(random.nextInt(schema.getEnumSymbols().size())),
                  schema);
      case MAP -> {
        Map<String, String> texts = new HashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          texts.put("q" + i, text(random));
        }
        yield texts;
      }
      default -> throw new IllegalArgumentException("No input has " + schema);
    };
  }

  /** Mostly what a source may say; seldom what it may not. */
  private static String text(Random random) {
    boolean any = random.nextInt(60) == 0;
    return any ? TEXTS[random.nextInt(TEXTS.length)] : TEXTS[2 + random.nextInt(3)];
  }
}
