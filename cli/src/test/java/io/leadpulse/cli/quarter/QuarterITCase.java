package io.leadpulse.cli.quarter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.cli.LeadpulseProcess;
import io.leadpulse.cli.TestHome;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarterITCase {
  @TempDir private Path folder;

  /** Two weeks with a holiday; both jobs, teams with budgets, people who answer late. */
  @Test
  void teamsGetNoMoreThanTheyCanTake() throws Exception {
    try (TestHome home = TestHome.create(folder.resolve("home"));
        LeadpulseProcess demo =
            LeadpulseProcess.start(home.path(), "demo", "--sales", "--output", "json")) {
      int exitCode = demo.exitCode();
      assertThat(exitCode).as(() -> String.join("\n", demo.said())).isZero();
      JsonNode report = new JsonMapper().readTree(demo.out());
      assertThat(report.get("budget_violations").asInt()).isZero();
      assertThat(report.get("released_twice").asInt()).isZero();
      assertThat(report.get("released").asInt()).isGreaterThan(20);
      assertThat(report.get("sla_breaches").asInt()).isPositive();
      assertThat(report.get("nurtured_with_topics").asInt()).isPositive();
      assertThat(report.at("/stages/contacted").asInt()).isPositive();
      assertDays(report);
      assertThat(demo.temporaryFiles()).isEmpty();
    }
  }

  private static void assertDays(JsonNode report) {
    Set<String> dates = new HashSet<>();
    boolean bound = false;
    for (JsonNode team : report.get("teams")) {
      for (JsonNode day : team.get("days")) {
        dates.add(day.get("date").asText());
        assertThat(day.get("released").asInt()).isLessThanOrEqualTo(day.get("budget").asInt());
        bound |= day.get("waiting").asInt() > 0;
      }
    }
    assertThat(bound).as("a budget binds").isTrue();
    assertThat(dates).contains("2027-01-08", "2027-01-12").doesNotContain("2027-01-11");
  }
}
