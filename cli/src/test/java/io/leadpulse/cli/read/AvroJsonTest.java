package io.leadpulse.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroJsonTest {

  static Stream<SpecificRecord> records() {
    return Stream.of(
        Samples.hot("a"),
        Samples.score("a", 1).build(),
        Samples.alert(AlertType.RAISED, "a", Samples.NOON).build());
  }

  @ParameterizedTest
  @MethodSource("records")
  void hasTheFieldsOfTheSchemaInItsOrder(SpecificRecord message) throws Exception {
    assertFields(json(message), message.getSchema());
  }

  private static void assertFields(JsonNode json, Schema schema) {
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactlyElementsOf(schema.getFields().stream().map(Schema.Field::name).toList());
    for (Schema.Field field : schema.getFields()) {
      boolean records =
          field.schema().getType() == Schema.Type.ARRAY
              && field.schema().getElementType().getType() == Schema.Type.RECORD;
      if (records) {
        json.get(field.name()).forEach(item -> assertFields(item, field.schema().getElementType()));
      }
    }
  }

  @Test
  void writesTimesAsEpochMillisecondsAndEnumsBySymbol() throws Exception {
    LeadScore row = Samples.hot("a");
    JsonNode json = json(row);
    assertThat(json.get("asOf").asLong()).isEqualTo(row.getAsOf().toEpochMilli());
    assertThat(json.get("tier").asText()).isEqualTo("HOT");
    assertThat(json.get("surge").isBoolean()).isTrue();
    assertThat(json(Samples.score("a", 1).build()).get("hotUntil").isNull()).isTrue();
  }

  @Test
  void escapesWhatATerminalObeysAndKeepsTheText() throws Exception {
    String text = "a\u001b[2J\u009b31m\u202e\u2028 株式会社\ud83d\ude00\"\\";
    HotLeadAlert alert =
        Samples.alert(AlertType.RAISED, "a", Samples.NOON).setTopics(List.of(text)).build();
    String line = AvroJson.line(AvroJson.fields(alert));
    assertThat(line)
        .contains("a\\u001B[2J\\u009b31m\\u202e\\u2028 株式会社\ud83d\ude00\\\"\\\\")
        .doesNotContain("\n");
    assertThat(json(alert).get("topics").get(0).asText()).isEqualTo(text);
  }

  private static JsonNode json(SpecificRecord message) throws Exception {
    return new JsonMapper().readTree(AvroJson.line(AvroJson.fields(message)));
  }
}
