package io.leadpulse.engine.yaml;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Reads and shows exact numbers and durations. */
final class Quantity {
  static final long HOUR = 3_600_000;
  static final long DAY = 24 * HOUR;

  /** More digits than any bound has; keeps {@link BigDecimal} from work without end. */
  private static final int LONGEST = 18;

  private static final Map<String, Long> UNITS = new LinkedHashMap<>();

  static {
    UNITS.put("d", DAY);
    UNITS.put("h", HOUR);
    UNITS.put("m", 60_000L);
    UNITS.put("s", 1_000L);
    UNITS.put("ms", 1L);
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
    int digits = 0;
    while (digits < text.length() && isDigit(text.charAt(digits))) {
      digits++;
    }
    Long factor = UNITS.get(text.substring(digits));
    if (factor == null || digits == 0 || digits > 9) {
      return OptionalLong.empty();
    }
    long millis = Long.parseLong(text.substring(0, digits)) * factor;
    return millis % unitMillis == 0 ? OptionalLong.of(millis / unitMillis) : OptionalLong.empty();
  }

  static String showMilli(long milli) {
    return BigDecimal.valueOf(milli, 3).stripTrailingZeros().toPlainString();
  }

  /** A duration in the greatest unit that divides it. */
  static String showMillis(long millis) {
    for (Map.Entry<String, Long> unit : UNITS.entrySet()) {
      if (millis != 0 && millis % unit.getValue() == 0) {
        return millis / unit.getValue() + unit.getKey();
      }
    }
    return "0s";
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
