package io.leadpulse.intake.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/**
 * Points in time as services write them: numbers, or texts of numbers, of seconds, milliseconds or
 * microseconds since 1970, told apart by their size; ISO 8601 with an offset.
 */
public final class EventTime {
  // As seconds 1e11 is the year 5138, as milliseconds it is 1973; as milliseconds 1e14 is 5138 too.
  private static final double SECONDS_BELOW = 1e11;
  private static final double MILLIS_BELOW = 1e14;
  private static final double MICROS_BELOW = 1e17;

  private EventTime() {}

  /**
   * The field of an object, as milliseconds since 1970.
   *
   * @throws Refused if it is missing, is no time, or lies before 1970
   */
  public static long required(JsonNode object, String field) throws Refused {
    JsonNode value = object.path(field);
    long millis = value.isNumber() ? ofNumber(value.doubleValue()) : ofText(value.asText());
    if (millis <= 0) {
      throw Refused.unreadable(
          field + (value.isMissingNode() ? ": missing" : ": no time with an offset from UTC"));
    }
    return millis;
  }

  /** The same where it is there and is a time; else what is given. */
  public static long optional(JsonNode object, String field, long otherwise) {
    try {
      return object.hasNonNull(field) ? required(object, field) : otherwise;
    } catch (Refused e) {
      return otherwise;
    }
  }

  private static long ofNumber(double number) {
    if (number < SECONDS_BELOW) {
      return (long) Math.floor(number * 1000);
    }
    if (number < MILLIS_BELOW) {
      return (long) number;
    }
    return number < MICROS_BELOW ? (long) (number / 1000) : 0;
  }

  private static long ofText(String text) {
    try {
      return text.indexOf('T') > 0
          ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
          : ofNumber(Double.parseDouble(text));
    } catch (DateTimeException | NumberFormatException e) {
      return 0;
    }
  }
}
