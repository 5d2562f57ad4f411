package io.leadpulse.cli.read;

import io.leadpulse.cli.terminal.JsonLine;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Records of the topics as JSON: the fields of the schema in its order, times in epoch milliseconds
 * as in the topic, enums by symbol, null where a field is null.
 */
final class AvroJson {
  private AvroJson() {}

  /** The fields; more may be added. */
  static Map<String, @Nullable Object> fields(SpecificRecord message) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Schema.Field field : message.getSchema().getFields()) {
      fields.put(field.name(), json(message.get(field.pos())));
    }
    return fields;
  }

  private static @Nullable Object json(@Nullable Object value) {
    if (value instanceof SpecificRecord message) {
      return fields(message);
    }
    if (value instanceof List<?> items) {
      return items.stream().map(AvroJson::json).toList();
    }
    if (value instanceof Instant time) {
      return time.toEpochMilli();
    }
    return value instanceof Enum<?> symbol ? symbol.name() : value;
  }

  /**
   * One compact line. What a terminal would obey, in texts that strangers typed, is escaped beyond
   * what JSON asks for.
   */
  static String line(Map<String, @Nullable Object> fields) {
    String json = JsonLine.of(fields);
    StringBuilder line = new StringBuilder(json.length());
    json.codePoints().forEach(c -> append(line, c));
    return line.toString();
  }

  private static void append(StringBuilder line, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> {
        for (char unit : Character.toChars(c)) {
          line.append("\\u%04x".formatted((int) unit));
        }
      }
      default -> line.appendCodePoint(c);
    }
  }
}
