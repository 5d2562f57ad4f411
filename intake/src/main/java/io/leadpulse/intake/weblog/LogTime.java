package io.leadpulse.intake.weblog;

import io.leadpulse.intake.source.Refused;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;

/** The time of a log line, such as {@code 17/May/2015:10:05:03 +0000}, as milliseconds. */
final class LogTime {
  private static final Refused NO_TIME =
      Refused.unreadable("time: not as dd/Mon/yyyy:HH:mm:ss +hhmm");
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final int LENGTH = 26;
  private static final long DAY = 86_400;

  private final byte[] bytes;
  private final int from;

  private LogTime(Field field) {
    bytes = field.bytes;
    from = field.from;
  }

  static long millis(Field field) throws Refused {
    if (field.to - field.from != LENGTH) {
      throw NO_TIME;
    }
    return new LogTime(field).millis();
  }

  private long millis() throws Refused {
    require(at(2) == '/' && at(6) == '/' && at(11) == ':' && at(14) == ':' && at(17) == ':');
    require(at(20) == ' ' && (at(21) == '+' || at(21) == '-'));
    long day = LocalDate.of(number(7, 4), 1, 1).toEpochDay() + dayOfYear();
    long offset = (number(22, 2, 18) * 60L + number(24, 2, 59)) * 60;
    // A leap second is the first of the next minute.
    long local =
        day * DAY + number(12, 2, 23) * 3600L + number(15, 2, 59) * 60L + number(18, 2, 60);
    long seconds = at(21) == '+' ? local - offset : local + offset;
    require(seconds > 0);
    return seconds * 1000;
  }

  /** From 0. */
  private int dayOfYear() throws Refused {
    boolean leap = Year.isLeap(number(7, 4));
    Month month = Month.of(month());
    int day = number(0, 2, month.length(leap));
    require(day > 0);
    return month.firstDayOfYear(leap) + day - 2;
  }

  private int month() throws Refused {
    for (int i = 0; i < 12; i++) {
      if (at(3) == MONTHS.charAt(3 * i)
          && at(4) == MONTHS.charAt(3 * i + 1)
          && at(5) == MONTHS.charAt(3 * i + 2)) {
        return i + 1;
      }
    }
    throw NO_TIME;
  }

  private int number(int offset, int digits, int max) throws Refused {
    int number = number(offset, digits);
    require(number <= max);
    return number;
  }

  private int number(int offset, int digits) throws Refused {
    int number = 0;
    for (int i = offset; i < offset + digits; i++) {
      int digit = at(i) - '0';
      require(digit >= 0 && digit <= 9);
      number = 10 * number + digit;
    }
    return number;
  }

  private byte at(int offset) {
    return bytes[from + offset];
  }

  private static void require(boolean holds) throws Refused {
    if (!holds) {
      throw NO_TIME;
    }
  }
}
