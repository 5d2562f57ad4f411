package io.leadpulse.engine.calendar;

import io.leadpulse.engine.calendar.BusinessHours.Span;
import io.leadpulse.engine.yaml.Problems;
import io.leadpulse.engine.yaml.YamlMapping;
import io.leadpulse.engine.yaml.YamlText;
import io.leadpulse.engine.yaml.YamlValue;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a calendar's text; what is not said is as in Japan. */
public final class CalendarParser {
  private static final String RANGE = "..";
  private static final int LONGEST_RANGE = 366;
  private static final List<String> KEYS =
      List.of("zone", "holidays", "weekend", "closures", "openings", "hours");
  private static final Map<String, DayOfWeek> DAYS =
      Stream.of(DayOfWeek.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  day -> day.name().toLowerCase(Locale.ROOT), Function.identity()));

  private final Function<String, Optional<String>> files;
  private final Problems problems;

  private CalendarParser(Function<String, Optional<String>> files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  /**
   * The calendar in {@code yaml}. What is wrong goes to {@code problems}.
   *
   * @param file the name that problems carry
   * @param files text of a file with holidays that the calendar names; empty if there is none
   */
  public static BusinessCalendar parse(
      String file, String yaml, Function<String, Optional<String>> files, Problems problems) {
    return new CalendarParser(files, problems).read(YamlText.parse(file, yaml, problems));
  }

  private BusinessCalendar read(YamlValue document) {
    YamlMapping mapping = document.mapping(KEYS);
    return new BusinessCalendar(
        zone(mapping.get("zone")),
        weekend(mapping.get("weekend")),
        holidays(mapping.get("holidays")),
        dates(mapping.get("closures")),
        dates(mapping.get("openings")),
        hours(mapping.get("hours")));
  }

  private static ZoneId zone(YamlValue value) {
    ZoneId usual = ZoneId.of("Asia/Tokyo");
    String name = value.text(usual.getId());
    if (ZoneId.getAvailableZoneIds().contains(name)) {
      return ZoneId.of(name);
    }
    value.unknown("no time zone '" + name + "'", name, ZoneId.getAvailableZoneIds());
    return usual;
  }

  private static Set<DayOfWeek> weekend(YamlValue value) {
    if (!value.isPresent()) {
      return EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (YamlValue item : value.items()) {
      days.add(item.choice(DAYS, DayOfWeek.SUNDAY));
    }
    if (days.size() == DAYS.size()) {
      value.problem("no day of the week is left for work", "remove one");
      days.remove(DayOfWeek.MONDAY);
    }
    return days;
  }

  private Holidays holidays(YamlValue value) {
    String name = value.text("japan");
    return switch (name) {
      case "japan" -> Holidays.japan();
      case "none" -> Holidays.NONE;
      default -> {
        Optional<String> text = files.apply(name);
        if (text.isEmpty()) {
          value.problem("no file '" + name + "' beside this one", "japan, none, or a file's name");
        }
        yield text.map(known -> Holidays.parse(name, known, problems)).orElse(Holidays.NONE);
      }
    };
  }

  private static Set<LocalDate> dates(YamlValue value) {
    Set<LocalDate> dates = new TreeSet<>();
    for (YamlValue item : value.items()) {
      String text = item.text("");
      int dots = text.indexOf(RANGE);
      try {
        LocalDate first = LocalDate.parse(dots < 0 ? text : text.substring(0, dots).strip());
        LocalDate last =
            dots < 0 ? first : LocalDate.parse(text.substring(dots + RANGE.length()).strip());
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_RANGE))) {
          item.problem("the days end before they begin, or are over a year", "check the dates");
        } else {
          first.datesUntil(last.plusDays(1)).forEach(dates::add);
        }
      } catch (DateTimeException e) {
        item.problem(
            item.name() + " has no date '" + text + "'",
            "write 2026-12-29 or 2026-12-29..2027-01-03");
      }
    }
    return dates;
  }

  private static BusinessHours hours(YamlValue value) {
    if (!value.isPresent()) {
      return BusinessHours.DEFAULT;
    }
    List<Span> spans = new ArrayList<>();
    for (YamlValue item : value.items()) {
      span(item, spans);
    }
    if (spans.isEmpty()) {
      value.problem("no hours are left for work", "write [\"09:00-12:00\", \"13:00-18:00\"]");
      return BusinessHours.DEFAULT;
    }
    return new BusinessHours(spans);
  }

  private static void span(YamlValue item, List<Span> spans) {
    String text = item.text("");
    int dash = text.indexOf('-');
    try {
      LocalTime from = LocalTime.parse(text.substring(0, Math.max(dash, 0)).strip());
      LocalTime to = LocalTime.parse(text.substring(dash + 1).strip());
      LocalTime before = spans.isEmpty() ? null : spans.get(spans.size() - 1).to();
      if (!from.isBefore(to) || (before != null && !before.isBefore(from))) {
        item.problem("'" + text + "' begins too late or too early", "name hours earliest first");
      } else {
        spans.add(new Span(from, to));
      }
    } catch (DateTimeException e) {
      item.problem("'" + text + "' names no hours", "write \"09:00-12:00\"");
    }
  }
}
