package io.leadpulse.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.yaml.Problem;
import io.leadpulse.engine.yaml.Problems;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HolidaysTest {
  private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
  private static final LocalDate END = LocalDate.of(2051, 1, 1);

  @Test
  void japanHasThoseOfTheLawOnEveryDay() {
    Set<LocalDate> shipped =
        FIRST.datesUntil(END).filter(Holidays.japan()::contains).collect(Collectors.toSet());
    assertThat(shipped)
        .containsExactlyInAnyOrderElementsOf(new HolidayLaw(1970, 2050).days())
        .hasSize(1329);
  }

  @Test
  void japanNamesThem() {
    assertThat(Holidays.japan().name(LocalDate.of(2026, 9, 22))).hasValue("休日");
    assertThat(Holidays.japan().name(LocalDate.of(2027, 3, 22))).hasValue("春分の日 振替休日");
    assertThat(Holidays.japan().name(LocalDate.of(2027, 3, 23))).isEmpty();
    assertThat(Holidays.japan().name(LocalDate.of(2051, 1, 1))).as("not known yet").isEmpty();
  }

  @Test
  void aFileIsReadWithAllItsProblems() {
    Problems problems = new Problems();
    Holidays read =
        Holidays.parse(
            "de.csv", "# Germany\n\n2027-01-01,Neujahr\n01.05.2027,Mai\n2027-01-01\n", problems);
    assertThat(read.name(LocalDate.of(2027, 1, 1))).isPresent();
    assertThat(problems.list()).extracting(Problem::line).containsExactly(4, 5);
  }
}
