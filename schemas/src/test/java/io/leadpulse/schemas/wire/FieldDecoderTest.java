package io.leadpulse.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.history.SchemaHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is read by fields is what the whole record has, and nothing else is refused. */
class FieldDecoderTest {
  private static final long SEED = Long.getLong("property.seed", 20_260_301);
  private static final int WRITERS = Integer.getInteger("property.cases", 300);
  private static final int RECORDS = 60;

  /** Small ones, so that random values come to them. */
  private static final Limits LIMITS = new Limits(40, 30, 5);

  static List<Subject<?>> inputs() {
    List<Subject<?>> inputs = new ArrayList<>(Topics.ENGAGEMENTS);
    inputs.add(Topics.LEAD_PROFILE);
    inputs.add(Topics.SALES_ACTIVITY);
    inputs.add(Topics.IDENTITY);
    return inputs;
  }

  @ParameterizedTest
  @MethodSource("inputs")
  <T extends SpecificRecord> void readsWhatTheWholeRecordHasOrRefusesForTheSameCause(
      Subject<T> subject) {
    Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
    int read = 0;
    int planned = 0;
    for (int i = 0; i < WRITERS; i++) {
      long seed = SEED + i;
      Random random = new Random(seed);
      Schema writer =
          random.nextInt(10) == 0
              ? subject.schema()
              : new RandomWriters(random).next(subject.schema());
      Comparison<T> comparison = new Comparison<>(subject, writer, random);
      planned += comparison.isPlanned() ? 1 : 0;
      for (int j = 0; j < RECORDS; j++) {
        Cause cause = comparison.compare("-Dproperty.seed=" + seed + " -Dproperty.cases=1");
        if (cause == null) {
          read++;
        } else {
          causes.merge(cause, 1, Integer::sum);
        }
      }
    }
    if (WRITERS >= 100) {
      assertThat(planned).isBetween(WRITERS / 5, WRITERS - WRITERS / 50);
      assertThat(read).isGreaterThan(WRITERS * RECORDS / 5);
      assertThat(causes)
          .containsKeys(
              Cause.UNREADABLE,
              Cause.TRUNCATED,
              Cause.TRAILING_BYTES,
              Cause.TOO_LARGE,
              Cause.INCOMPATIBLE_SCHEMA);
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  <T extends SpecificRecord> void everyReleasedSchemaHasAPlan(Subject<T> subject) {
    Planner planner = new Planner(Projection.whole(subject));
    for (Schema writer : SchemaHistory.of(subject).versions()) {
      assertThat(planner.plan(writer)).isNotNull();
    }
  }

  @Test
  void whatIsNotAskedForIsCheckedAllTheSame() {
    FieldDecoder<WebAccess> decoder =
        new FieldDecoder<>(
            new Projection<>(Topics.WEB_ACCESS, List.of("eventId")),
            Limits.EVENT,
            SchemasById.NONE);
    byte[] good = Events.bytes(Events.pageView("e-1"));
    byte[] noBoolean = good.clone();
    noBoolean[good.length - 1] = 2;
    assertThat(decoder.decode(noBoolean))
        .isInstanceOfSatisfying(
            Decoded.Failure.class,
            failure -> assertThat(failure.detail()).startsWith("ownStaff: a boolean"));
    assertThat(text(decoder.decode(good), 0)).isEqualTo("e-1");
  }

  @Test
  void aFieldThatTheContractDoesNotHaveCannotBeAskedFor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Projection<>(Topics.WEB_ACCESS, List.of("kinds")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Projection<>(Topics.WEB_ACCESS, List.of("kind")).slot("path"));
  }

  @Test
  void blankIsWhatJavaCallsBlank() {
    Projection<WebAccess> title = new Projection<>(Topics.WEB_ACCESS, List.of("title"));
    FieldDecoder<WebAccess> decoder = new FieldDecoder<>(title, Limits.EVENT, SchemasById.NONE);
    for (String text : List.of("", " ", "\t\n", "\u3000", "\u00A0", " x", "x ", "料金", "\0")) {
      byte[] record =
          Events.bytes(WebAccess.newBuilder(Events.pageView("e-1")).setTitle(text).build());
      FieldValues values = ((Decoded.Value<FieldValues>) decoder.decode(record)).value();
      assertThat(values.isBlank(0)).as("'%s'", text).isEqualTo(text.isBlank());
    }
  }

  private static String text(Decoded<FieldValues> decoded, int slot) {
    return ((Decoded.Value<FieldValues>) decoded).value().text(slot);
  }

  /** Both decoders for one writer's schema. */
  private static final class Comparison<T extends SpecificRecord> {
    private final Random random;
    private final Schema writer;
    private final Projection<T> projection;
    private final RecordDecoder<T> whole;
    private final FieldDecoder<T> byField;

    Comparison(Subject<T> subject, Schema writer, Random random) {
      this.random = random;
      this.writer = writer;
      List<String> fields = new ArrayList<>(Projection.whole(subject).fields());
      Collections.shuffle(fields, random);
      projection = new Projection<>(subject, fields.subList(0, random.nextInt(fields.size() + 1)));
      List<Framing> framings = List.of(new OneSchema(writer));
      whole = new RecordDecoder<>(subject, LIMITS, framings);
      byField = new FieldDecoder<>(projection, LIMITS, framings);
    }

    boolean isPlanned() {
      return new Planner(projection).plan(writer) != null;
    }

    /** Null if the record is read. */
    @Nullable Cause compare(String how) {
      byte[] record = RandomBytes.damaged(RandomBytes.of(writer, random), random);
      Decoded<T> expected = whole.decode(record);
      Decoded<FieldValues> actual = byField.decode(record);
      if (expected instanceof Decoded.Failure<T> failure) {
        assertThat(actual).as(how).isEqualTo(failure);
        return failure.cause();
      }
      if (actual instanceof Decoded.Value<FieldValues> value) {
        T written = ((Decoded.Value<T>) expected).value();
        for (String field : projection.fields()) {
          int slot = projection.slot(field);
          Schema.Field asked = written.getSchema().getField(field);
          assertThat(value(value.value(), slot, asked.schema(), written.get(asked.pos())))
              .as("%s, field %s", how, field)
              .isEqualTo(written.get(asked.pos()));
        }
        return null;
      }
      return fail(how + ": refused " + actual);
    }

    /** The value of a slot as Avro's classes would have it. */
    private static @Nullable Object value(
        FieldValues values, int slot, Schema schema, @Nullable Object like) {
      if (values.isNull(slot)) {
        return null;
      }
      return switch (schema.getType()) {
        case STRING -> values.text(slot);
        case INT -> (int) values.number(slot);
        case LONG -> Instant.ofEpochMilli(values.number(slot));
        case BOOLEAN -> values.flag(slot);
        case MAP -> values.texts(slot);
        case ENUM ->
            schema.getEnumSymbols().get(values.symbol(slot)).equals(String.valueOf(like))
                ? like
                : values.symbol(slot);
        case UNION -> value(values, slot, schema.getTypes().get(1), like);
        default -> throw new IllegalArgumentException("No input has " + schema);
      };
    }
  }

  /** A framing of one byte, which every record has. */
  private record OneSchema(Schema schema) implements Framing {
    @Override
    public boolean claims(byte[] record) {
      return true;
    }

    @Override
    public int headerSize() {
      return 1;
    }

    @Override
    public Schema writerOf(byte[] record) {
      return schema;
    }
  }
}
