package io.leadpulse.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChronicleTest {
  private static final long ORIGIN = Instant.parse("2020-01-06T00:00:00Z").toEpochMilli();
  private static final SimulationSettings SETTINGS =
      SimulationSettings.defaults().withLeads(300).withoutFuture();

  private final Wire wire = new Wire();

  @Test
  void tellsThingsInTheOrderInWhichTheyHappened() {
    RecordStream history = new Chronicle(SETTINGS.flawless(), ORIGIN);
    long before = ORIGIN;
    for (int i = 0; i < 30_000; i++) {
      SimulatedRecord record = history.next(0);
      // Sales acts on what it was told, so it comes a moment later.
      if (record.subject() != Topics.SALES_ACTIVITY) {
        assertThat(wire.at(record)).isGreaterThanOrEqualTo(before);
        before = wire.at(record);
      }
    }
  }

  @Test
  void whatIsLateIsLateByADayAtMostAndACopyByTwo() {
    RecordStream history = new Chronicle(SETTINGS, ORIGIN);
    long latest = ORIGIN;
    for (int i = 0; i < 30_000; i++) {
      SimulatedRecord record = history.next(0);
      if (record.flaw() != Flaw.UNREADABLE) {
        long at = wire.at(record);
        Duration most = Duration.ofDays(record.flaw() == Flaw.DUPLICATE ? 2 : 1);
        assertThat(at).isGreaterThanOrEqualTo(latest - most.toMillis());
        latest = Math.max(latest, at);
      }
    }
  }

  @Test
  void aHistoryOfTheUsualSizeTakesWeeks() {
    int events = 100_000;
    RecordStream history = new Chronicle(SETTINGS.withLeads(HistoryFeed.leadsFor(events)), ORIGIN);
    long latest = ORIGIN;
    for (int i = 0; i < events; i++) {
      SimulatedRecord record = history.next(0);
      latest = record.flaw() == Flaw.NONE ? Math.max(latest, wire.at(record)) : latest;
    }
    assertThat(Duration.ofMillis(latest - ORIGIN))
        .isBetween(Duration.ofDays(40), Duration.ofDays(80));
  }
}
