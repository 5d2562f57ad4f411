package io.leadpulse.intake.source;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.intake.row.Fault;
import java.io.IOException;
import java.io.InputStream;

/**
 * The objects that a service posted, out of a file of them: one object, an array, or one after the
 * other. An object may be in a wrapper with the fields {@code test} or {@code var}, which has it,
 * an array of such objects, or either as a text in the field {@code payload}.
 */
public final class JsonRows {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final String PAYLOAD = "payload";

  private final Outlet<?> outlet;
  private final Reader reader;
  private final Chunk chunk = new Chunk(JsonValues.VALUE_LIMIT);

  /** Makes rows of one object. */
  @FunctionalInterface
  public interface Reader {

    /**
     * @param chunk that the object stands in
     * @throws Refused if it gives no row; it must not have given any by then
     */
    void read(JsonNode object, Chunk chunk) throws Refused;
  }

  /**
   * @param outlet for what has no object in it
   */
  public JsonRows(Outlet<?> outlet, Reader reader) {
    this.outlet = outlet;
    this.reader = reader;
  }

  public void readAll(InputStream in) throws IOException {
    JsonValues values = new JsonValues(in);
    while (values.next(chunk)) {
      if (chunk.isCut()) {
        outlet.reject(chunk, Fault.UNREADABLE, "longer than " + chunk.limit() + " bytes");
      } else {
        readValue();
      }
    }
  }

  private void readValue() {
    try {
      JsonNode value = MAPPER.readTree(chunk.bytes(), 0, chunk.length());
      readItems(isWrapper(value) ? unwrapped(value.get(PAYLOAD)) : value);
    } catch (IOException e) {
      outlet.reject(chunk, Fault.UNREADABLE, "not JSON");
    }
  }

  private static boolean isWrapper(JsonNode value) {
    return value.has(PAYLOAD) && (value.has("test") || value.has("var"));
  }

  private static JsonNode unwrapped(JsonNode payload) throws IOException {
    return payload.isTextual() ? MAPPER.readTree(payload.textValue()) : payload;
  }

  private void readItems(JsonNode value) {
    if (value.isArray()) {
      for (JsonNode item : value) {
        readItem(item);
      }
    } else {
      readItem(value);
    }
  }

  private void readItem(JsonNode item) {
    try {
      if (!item.isObject()) {
        throw Refused.unreadable("no JSON object");
      }
      reader.read(item, chunk);
    } catch (Refused e) {
      outlet.reject(chunk, e.fault(), e.reason());
    }
  }
}
