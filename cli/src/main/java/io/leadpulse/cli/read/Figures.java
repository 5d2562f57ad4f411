package io.leadpulse.cli.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
  private static final int TEN = 10;
  private static final long MINUTE_MILLIS = 60_000;
  private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;

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
    return plain(BigDecimal.valueOf(milli, SCALE));
  }

  /** As models write it, such as {@code 14d} or {@code 36h}. */
  static String duration(int hours) {
    return hours % HOURS_PER_DAY == 0 ? hours / HOURS_PER_DAY + "d" : hours + "h";
  }

  /** A length of business time, such as {@code 3.5 h}: the length of a day is the team's own. */
  static String hours(long millis) {
    if (millis < HOUR_MILLIS) {
      return Math.round((double) millis / MINUTE_MILLIS) + " min";
    }
    BigDecimal hours =
        BigDecimal.valueOf(millis)
            .divide(
                BigDecimal.valueOf(HOUR_MILLIS),
                millis < TEN * HOUR_MILLIS ? 1 : 0,
                RoundingMode.HALF_UP);
    return plain(hours) + " h";
  }

  /** Without zeros at the end of its fraction. */
  static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** The text, or a dash for none. */
  static String orNone(String text) {
    return text.isEmpty() ? NONE : text;
  }
}
