package io.leadpulse.chaos.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.chaos.workload.Entry.Act;
import io.leadpulse.chaos.workload.Entry.Portrait;
import io.leadpulse.chaos.workload.Entry.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorkloadTest {
  private static final int RECORDS = 20_000;

  private final List<Entry> entries = Workload.of(1, RECORDS).entries();

  @Test
  void theSameSeedGivesTheSameRecords() {
    assertThat(Workload.of(1, RECORDS).entries()).isEqualTo(entries);
    assertThat(Workload.of(2, RECORDS).entries()).isNotEqualTo(entries);
  }

  /** Else the order in which the job takes them would depend on what fails when. */
  @Test
  void aLeadChangesTopicsOnlyAfterAPauseLongerThanTheFeedRunsAhead() {
    Map<String, Entry> before = new HashMap<>();
    for (Entry entry : entries) {
      Entry last = before.put(entry.leadId(), entry);
      if (last != null && last.lane() != entry.lane()) {
        assertThat(entry.feedAt() - last.feedAt()).isGreaterThan(Calendar.WINDOW.toMillis());
      }
    }
  }

  /** Else time could pass a record that is still to come. */
  @Test
  void noEventIsLaterThanTheJobWaitsFor() {
    long most = Calendar.OUT_OF_ORDERNESS.minus(Calendar.WINDOW).toMillis();
    for (Entry entry : entries) {
      if (entry instanceof Act act) {
        assertThat(act.feedAt() - act.occurredAt()).isBetween(0L, most);
      }
      if (entry instanceof Report report) {
        assertThat(report.feedAt() - report.occurredAt()).isBetween(0L, most);
      }
    }
  }

  @Test
  void holdsCopiesLateEventsProfilesAndReports() {
    Map<String, Long> times =
        entries.stream()
            .filter(Act.class::isInstance)
            .collect(Collectors.groupingBy(e -> ((Act) e).eventId(), Collectors.counting()));

    assertThat(times.values()).contains(2L);
    assertThat(entries).hasAtLeastOneElementOfType(Portrait.class);
    assertThat(entries).hasAtLeastOneElementOfType(Report.class);
    assertThat(entries)
        .anyMatch(e -> e instanceof Act act && act.feedAt() - act.occurredAt() > 3_600_000);
  }
}
