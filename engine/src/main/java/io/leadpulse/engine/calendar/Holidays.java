package io.leadpulse.engine.calendar;

import io.leadpulse.engine.yaml.Place;
import io.leadpulse.engine.yaml.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Public holidays of a country, by date. */
public final class Holidays {
  /** No holidays at all. */
  public static final Holidays NONE = new Holidays(Map.of());

  private final Map<LocalDate, String> names;

  Holidays(Map<LocalDate, String> names) {
    this.names = Map.copyOf(names);
  }

  /**
   * Those of Japan from 1970 to 2050, with the days in lieu of a holiday on a Sunday and the days
   * between two holidays. Years that the government has not published yet follow today's law.
   */
  public static Holidays japan() {
    return Japan.HOLIDAYS;
  }

  /**
   * Reads one holiday a line, {@code 2027-01-01,name}; empty lines and those that begin with {@code
   * #} say nothing.
   *
   * @param file the name that problems carry
   */
  public static Holidays parse(String file, String text, Problems problems) {
    Map<LocalDate, String> names = new TreeMap<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        read(line, new Place(file, i + 1, 1), names, problems);
      }
    }
    return new Holidays(names);
  }

  private static void read(
      String line, Place place, Map<LocalDate, String> names, Problems problems) {
    int comma = line.indexOf(',');
    String name = comma < 0 ? "" : line.substring(comma + 1).strip();
    try {
      LocalDate date = LocalDate.parse(comma < 0 ? line : line.substring(0, comma).strip());
      if (names.put(date, name) != null) {
        problems.add(place, date + " stands twice", "remove one");
      }
    } catch (DateTimeException e) {
      problems.add(place, "the line begins with no date", "write 2027-01-01,name");
    }
  }

  /** What a day is called; empty for a day that is none. */
  public Optional<String> name(LocalDate date) {
    return Optional.ofNullable(names.get(date));
  }

  boolean contains(LocalDate date) {
    return names.containsKey(date);
  }

  /** Read when somebody first asks. */
  private static final class Japan {
    private static final Holidays HOLIDAYS = load("japan.csv");

    private static Holidays load(String resource) {
      Problems problems = new Problems();
      try (InputStream in = Holidays.class.getResourceAsStream(resource)) {
        byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
        Holidays read = parse(resource, new String(bytes, StandardCharsets.UTF_8), problems);
        if (!problems.isEmpty()) {
          throw new IllegalStateException(problems.report());
        }
        return read;
      } catch (IOException e) {
        throw new UncheckedIOException(resource, e);
      }
    }
  }
}
