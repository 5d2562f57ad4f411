package io.leadpulse.cli.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;

/**
 * The result of a command as one compact line of JSON: the last, and the only one, on standard
 * output. Components of records are named in snake_case; keys of maps are left as they are.
 */
public final class JsonLine {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private JsonLine() {}

  /** The line, without its end. */
  public static String of(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not representable in JSON: " + value.getClass(), e);
    }
  }

  /** Writes the line and flushes. */
  public static void print(PrintWriter out, Object value) {
    out.println(of(value));
    out.flush();
  }
}
