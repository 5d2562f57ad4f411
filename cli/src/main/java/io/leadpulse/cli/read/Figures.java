package io.leadpulse.cli.read;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times and points as a person reads them. */
final class Figures {
  static final String NONE = "-";
  private static final int SCALE = 3;
  private static final int HOURS_PER_DAY = 24;

  private final DateTimeFormatter minute;
  private final String zone;

  /**
   * @param zone whose civil time is shown
   */
  Figures(ZoneId zone) {
    minute = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    this.zone =
        DateTimeFormatter.ofPattern("z", Locale.ENGLISH).withZone(zone).format(Instant.EPOCH);
  }

  /** The short name of the zone, such as {@code JST}; of its standard time, if it has two. */
  String zone() {
    return zone;
  }

  /** To the minute, such as {@code 2026-01-22 15:00}; a dash for none. */
  String time(@Nullable Instant time) {
    return time == null ? NONE : minute.format(time);
  }

  /** With the zone. */
  String timeInZone(Instant time) {
    return time(time) + " " + zone;
  }

  /** All of a number of thousandths, such as {@code 12.340}. */
  static String exact(long milli) {
    return BigDecimal.valueOf(milli, SCALE).toPlainString();
  }

  /** A number of thousandths without zeros at its end, such as {@code 12.34}. */
  static String brief(long milli) {
    return BigDecimal.valueOf(milli, SCALE).stripTrailingZeros().toPlainString();
  }

  /** As models write it, such as {@code 14d} or {@code 36h}. */
  static String duration(int hours) {
    return hours % HOURS_PER_DAY == 0 ? hours / HOURS_PER_DAY + "d" : hours + "h";
  }

  /** The text, or a dash for none. */
  static String orNone(String text) {
    return text.isEmpty() ? NONE : text;
  }
}
