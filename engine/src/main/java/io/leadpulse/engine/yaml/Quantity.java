package io.leadpulse.engine.yaml;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Reads and shows exact numbers, durations and sizes. */
final class Quantity {
  static final long HOUR = 3_600_000;
  static final long DAY = 24 * HOUR;

  /** More digits than any bound has; keeps {@link BigDecimal} from work without end. */
  private static final int LONGEST = 18;

  private static final Map<String, Long> DURATIONS = new LinkedHashMap<>();
  private static final Map<String, Long> SIZES = new LinkedHashMap<>();

  static {
    DURATIONS.put("d", DAY);
    DURATIONS.put("h", HOUR);
    DURATIONS.put("m", 60_000L);
    DURATIONS.put("s", 1_000L);
    DURATIONS.put("ms", 1L);
    SIZES.put("gb", 1L << 30);
    SIZES.put("mb", 1L << 20);
    SIZES.put("kb", 1L << 10);
    SIZES.put("", 1L);
  }

  private Quantity() {}

  /** A decimal number times {@code 10^decimals}, if it has no further decimals. */
  static OptionalLong decimal(String text, int decimals) {
    if (text.length() > LONGEST || !isDecimal(text)) {
      return OptionalLong.empty();
    }
    BigDecimal scaled = new BigDecimal(text).movePointRight(decimals).stripTrailingZeros();
    return scaled.scale() <= 0 && scaled.precision() - scaled.scale() <= LONGEST
        ? OptionalLong.of(scaled.longValueExact())
        : OptionalLong.empty();
  }

  /** A duration in units of so many milliseconds, if it is a whole number of them. */
  static OptionalLong duration(String text, long unitMillis) {
    OptionalLong millis = withUnit(text, DURATIONS);
    boolean whole = millis.isPresent() && millis.getAsLong() % unitMillis == 0;
    return whole ? OptionalLong.of(millis.getAsLong() / unitMillis) : OptionalLong.empty();
  }

  /** A size in bytes; units are of 1,024. */
  static OptionalLong size(String text) {
    return withUnit(text, SIZES);
  }

  private static OptionalLong withUnit(String text, Map<String, Long> units) {
    int digits = 0;
    while (digits < text.length() && isDigit(text.charAt(digits))) {
      digits++;
    }
    Long factor = units.get(text.substring(digits));
    if (factor == null || digits == 0 || digits > 9) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(text.substring(0, digits)) * factor);
  }

  static String showMilli(long milli) {
    return BigDecimal.valueOf(milli, 3).stripTrailingZeros().toPlainString();
  }

  /** A duration in the greatest unit that divides it. */
  static String showMillis(long millis) {
    return millis == 0 ? "0s" : showInGreatest(millis, DURATIONS);
  }

  /** A size in the greatest unit that divides it. */
  static String showSize(long bytes) {
    return bytes == 0 ? "0" : showInGreatest(bytes, SIZES);
  }

  private static String showInGreatest(long value, Map<String, Long> units) {
    for (Map.Entry<String, Long> unit : units.entrySet()) {
      if (value % unit.getValue() == 0) {
        return value / unit.getValue() + unit.getKey();
      }
    }
    return Long.toString(value);
  }

  private static boolean isDecimal(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    boolean digits = text.length() > start && isDigit(text.charAt(start));
    for (int i = start; i < text.length(); i++) {
      digits &= i == point ? i + 1 < text.length() : isDigit(text.charAt(i));
    }
    return digits;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
