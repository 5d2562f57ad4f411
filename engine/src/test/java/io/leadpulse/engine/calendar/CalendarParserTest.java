package io.leadpulse.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.yaml.Problem;
import io.leadpulse.engine.yaml.Problems;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalendarParserTest {
  private static final Map<String, String> FILES = Map.of("de.csv", "2027-05-01,Mai\n");

  private final Problems problems = new Problems();

  private BusinessCalendar parse(String yaml) {
    return CalendarParser.parse(
        "company.yaml", yaml, name -> Optional.ofNullable(FILES.get(name)), problems);
  }

  @Test
  void readsEveryKey() {
    BusinessCalendar calendar =
        parse(
            """
            zone: Europe/Berlin
            holidays: de.csv
            weekend: [sunday]
            closures: [2027-12-24, 2027-12-27..2027-12-31]
            openings: [2027-05-01]
            hours: ["08:30-12:00", "12:30-16:30"]
            """);
    assertThat(problems.list()).isEmpty();
    assertThat(calendar.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(calendar.isBusinessDay(LocalDate.of(2027, 12, 29))).isFalse();
    assertThat(calendar.isBusinessDay(LocalDate.of(2027, 12, 25))).isTrue();
    assertThat(calendar.isBusinessDay(LocalDate.of(2027, 5, 1))).isTrue();
    assertThat(calendar.dayMillis()).isEqualTo(27_000_000);
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    parse(
        """
        zone: Asia/Tokio
        holidays: fr.csv
        weekend: [someday]
        closures: [2027-02-30, 2027-03-02..2027-03-01]
        hours: ["12:00-09:00"]
        opening: []
        """);
    assertThat(problems.list()).extracting(Problem::line).containsExactly(1, 2, 3, 4, 4, 5, 5, 6);
    assertThat(problems.list().get(0).fix()).isEqualTo("write 'Asia/Tokyo'");
  }

  @Test
  void anEmptyMappingIsJapan() {
    BusinessCalendar calendar = parse("zone: Asia/Tokyo");
    assertThat(calendar.isBusinessDay(LocalDate.of(2027, 5, 4))).isFalse();
    assertThat(calendar.dayMillis()).isEqualTo(BusinessCalendar.japan().dayMillis());
  }
}
