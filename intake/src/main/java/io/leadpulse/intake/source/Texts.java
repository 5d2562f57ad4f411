package io.leadpulse.intake.source;

import com.fasterxml.jackson.databind.JsonNode;

/** Texts of JSON objects. */
public final class Texts {
  /** Most characters that are kept; three times as many bytes still fit into an event. */
  private static final int LIMIT = 1024;

  private Texts() {}

  /** A field's text or number, without the space around it; empty if it is neither. */
  public static String of(JsonNode object, String field) {
    return of(object.path(field));
  }

  /** The same of a value. */
  public static String of(JsonNode value) {
    return value.isValueNode() && !value.isNull() ? cut(value.asText().strip()) : "";
  }

  /** The first that is not empty of some fields. */
  public static String firstOf(JsonNode object, String... fields) {
    for (String field : fields) {
      String text = of(object, field);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private static String cut(String text) {
    return text.length() <= LIMIT ? text : text.substring(0, LIMIT);
  }
}
