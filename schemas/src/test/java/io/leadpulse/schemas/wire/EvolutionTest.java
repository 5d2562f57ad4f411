package io.leadpulse.schemas.wire;

import static io.leadpulse.schemas.wire.Events.pageView;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.history.SchemaHistory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

/** Records of other versions than the newest, from a history made up for the purpose. */
class EvolutionTest {
  private static final Schema NOW = SchemaHistory.of(Topics.WEB_ACCESS).newest();

  @Test
  void aWriterFromBeforeAFieldLeavesItsDefault() throws Exception {
    Schema before = without(NOW, Set.of("scrollPercent", "visitorId", "ip"));
    assertThat(read(before, Map.of("path", "/pricing/", "title", "料金ページ")))
        .isEqualTo(new Decoded.Value<>(pageView("e-1")));
  }

  @Test
  void whatTheNewestNoLongerHasIsPassedOver() throws Exception {
    Schema wider =
        with(
            NOW,
            """
            {'name': 'a', 'type': {'type': 'array', 'items': 'string'}},
            {'name': 'b', 'type': {'type': 'map', 'values': 'long'}},
            {'name': 'c', 'type': 'bytes'}, {'name': 'd', 'type': 'double'},
            """);
    Map<String, Object> extra =
        Map.of(
            "a",
            List.of("x", "y"),
            "b",
            Map.of("k", 1L),
            "c",
            ByteBuffer.wrap(new byte[3]),
            "d",
            0.5,
            "path",
            "/pricing/",
            "title",
            "料金ページ");
    assertThat(read(wider, extra)).isEqualTo(new Decoded.Value<>(pageView("e-1")));
  }

  @Test
  void aSymbolOfANewerWriterIsUnknown() throws Exception {
    Schema newer =
        new Schema.Parser().parse(NOW.toString().replace("\"RESOURCE\"", "\"RESOURCE\",\"CHAT\""));
    Decoded<WebAccess> decoded = read(newer, Map.of("kind", symbol(newer, "CHAT")));
    assertThat(decoded)
        .isInstanceOfSatisfying(
            Decoded.Value.class,
            value ->
                assertThat(((WebAccess) value.value()).getKind()).isEqualTo(WebAccessKind.UNKNOWN));
  }

  @Test
  void aSymbolThatItsOwnWriterDoesNotHaveIsRefused() {
    byte[] record = Events.bytes(pageView("e-1"));
    int kind = new String(record, StandardCharsets.ISO_8859_1).indexOf("lead-1");
    kind += "lead-1".length() + 1;
    assertThat(record[kind]).isEqualTo((byte) (2 * WebAccessKind.PAGE_VIEW.ordinal()));
    for (byte bad : new byte[] {1, 14, 126}) {
      record[kind] = bad;
      assertThat(new RecordDecoder<>(Topics.WEB_ACCESS, Limits.EVENT).decode(record))
          .isInstanceOfSatisfying(
              Decoded.Failure.class,
              failure -> {
                assertThat(failure.cause()).isEqualTo(Cause.UNREADABLE);
                assertThat(failure.detail()).startsWith("kind: choice ");
              });
    }
  }

  @Test
  void framingsAreToldApartByTheirFirstBytes() {
    RecordDecoder<WebAccess> decoder =
        new RecordDecoder<>(
            Topics.WEB_ACCESS,
            Limits.EVENT,
            List.of(
                new NumberedFraming(NOW),
                new SingleObjectFraming(SchemaHistory.of(Topics.WEB_ACCESS))));
    RecordEncoder<WebAccess> numbered = new RecordEncoder<>(Topics.WEB_ACCESS, new byte[] {0, 1});
    assertThat(decoder.decode(numbered.encode(pageView("e-1"))))
        .isEqualTo(decoder.decode(Events.bytes(pageView("e-1"))))
        .isEqualTo(new Decoded.Value<>(pageView("e-1")));
    assertThat(decoder.decode(new byte[] {0, 9}))
        .isEqualTo(new Decoded.Failure<>(Cause.UNKNOWN_SCHEMA, "number 9"));
  }

  /** A framing of two bytes: 0 and the number of the only schema there is. */
  private record NumberedFraming(Schema schema) implements Framing {
    @Override
    public boolean claims(byte[] record) {
      return record[0] == 0;
    }

    @Override
    public int headerSize() {
      return 2;
    }

    @Override
    public Schema writerOf(byte[] record) throws Refusal {
      if (record[1] != 1) {
        throw new Refusal(Cause.UNKNOWN_SCHEMA, "number " + record[1]);
      }
      return schema;
    }
  }

  private static Decoded<WebAccess> read(Schema writer, Map<String, Object> values)
      throws Exception {
    GenericRecord record = new GenericData.Record(writer);
    for (Schema.Field field : writer.getFields()) {
      if (field.hasDefaultValue()) {
        record.put(field.pos(), GenericData.get().getDefaultValue(field));
      }
    }
    record.put("eventId", "e-1");
    record.put("occurredAt", pageView("e-1").getOccurredAt().toEpochMilli());
    record.put("leadId", "lead-1");
    record.put("kind", symbol(writer, "PAGE_VIEW"));
    values.forEach(record::put);

    SchemaHistory history = new SchemaHistory("web-access.v1", List.of(writer, NOW));
    GrowingEncoder out = new GrowingEncoder();
    out.reset(new SingleObjectFraming(new SchemaHistory("old", List.of(writer))).header());
    new GenericDatumWriter<GenericRecord>(writer).write(record, out);
    return new RecordDecoder<>(
            Topics.WEB_ACCESS, Limits.EVENT, List.of(new SingleObjectFraming(history)))
        .decode(out.toByteArray());
  }

  private static Object symbol(Schema writer, String symbol) {
    return new GenericData.EnumSymbol(writer.getField("kind").schema(), symbol);
  }

  private static Schema without(Schema schema, Set<String> names) {
    return Schema.createRecord(
        schema.getName(),
        schema.getDoc(),
        schema.getNamespace(),
        false,
        schema.getFields().stream()
            .filter(field -> !names.contains(field.name()))
            .map(field -> new Schema.Field(field, field.schema()))
            .collect(Collectors.toList()));
  }

  private static Schema with(Schema schema, String fields) {
    return new Schema.Parser()
        .parse(
            schema.toString().replace("\"fields\":[", "\"fields\":[" + fields.replace('\'', '"')));
  }
}
