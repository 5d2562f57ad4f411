package io.leadpulse.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadpulse.cli.truth.Actor;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Cause;
import io.leadpulse.schemas.wire.Decoded;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final int MANY = 100_000;
  private static final long TWO_WEEKS = Duration.ofDays(14).toMillis();

  /** A Wednesday, 14:00 in Tokyo. */
  private static final long ORIGIN = Instant.parse("2026-11-25T05:00:00Z").toEpochMilli();

  private static final SimulationSettings DEFAULTS = SimulationSettings.defaults();

  private final Wire wire = new Wire();

  @Test
  void givesTheSameBytesForTheSameSeed() {
    assertThat(hash(DEFAULTS, ORIGIN)).isEqualTo(hash(DEFAULTS, ORIGIN));
  }

  @Test
  void givesOtherLeadsForAnotherSeedOrAnotherOrigin() {
    SimulatedRecord first = new Simulation(DEFAULTS, ORIGIN).next(ORIGIN);
    SimulatedRecord otherSeed = new Simulation(DEFAULTS.withSeed(2), ORIGIN).next(ORIGIN);
    SimulatedRecord later = new Simulation(DEFAULTS, ORIGIN + 1).next(ORIGIN + 1);
    assertThat(
            Set.of(new String(first.key()), new String(otherSeed.key()), new String(later.key())))
        .hasSize(3);
  }

  @Test
  void putsNothingIntoTheFutureNorLongIntoThePast() {
    Simulation simulation = new Simulation(DEFAULTS, ORIGIN);
    for (int i = 0; i < MANY; i++) {
      long now = clock(i);
      SimulatedRecord record = simulation.next(now);
      if (record.flaw() == Flaw.FUTURE) {
        assertThat(wire.at(record)).isGreaterThan(now + Duration.ofMinutes(5).toMillis());
      } else if (record.flaw() != Flaw.UNREADABLE) {
        assertThat(wire.at(record)).isBetween(ORIGIN - TWO_WEEKS, now);
      }
    }
  }

  @Test
  void flawsComeAtTheirRates() {
    Map<Flaw, Integer> flaws = new EnumMap<>(Flaw.class);
    int[] engagements = new int[1];
    forEach(
        DEFAULTS,
        MANY,
        record -> {
          if (record.isEngagement()) {
            engagements[0]++;
            flaws.merge(record.flaw(), 1, Integer::sum);
          }
        });
    Map<Flaw, Double> expected =
        Map.of(
            Flaw.DUPLICATE, 0.01,
            Flaw.DELAYED, 0.05,
            Flaw.LATE, 0.005,
            Flaw.UNREADABLE, 0.001,
            Flaw.FUTURE, 0.0002,
            Flaw.NO_LEAD, 0.002);
    expected.forEach(
        (flaw, share) ->
            assertThat(flaws.get(flaw) / (double) engagements[0])
                .as(flaw.name())
                .isCloseTo(share, within(share / 2)));
  }

  @Test
  void onlyTheUnreadableCannotBeRead() {
    forEach(
        DEFAULTS,
        MANY,
        record ->
            assertThat(wire.decode(record) instanceof Decoded.Failure<?>)
                .isEqualTo(record.flaw() == Flaw.UNREADABLE));
  }

  @Test
  void unreadableRecordsAreSoInEveryWay() {
    SimulationSettings broken = new SimulationSettings(50, 1, 0, 0, 0, 0.5, 0, 0);
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    forEach(
        broken,
        1_000,
        record -> {
          if (wire.decode(record) instanceof Decoded.Failure<?> failure) {
            causes.add(failure.cause());
          }
        });
    assertThat(causes)
        .containsExactlyInAnyOrder(
            Cause.EMPTY,
            Cause.UNREADABLE,
            Cause.UNKNOWN_SCHEMA,
            Cause.TRUNCATED,
            Cause.TRAILING_BYTES);
  }

  @Test
  void isKeyedByLeadOrElseByVisitor() {
    forEach(
        DEFAULTS,
        MANY,
        record -> {
          if (record.flaw() == Flaw.UNREADABLE) {
            return;
          }
          GenericRecord value = wire.value(record);
          boolean link =
              record.subject() == Topics.IDENTITY && value.get("kind").toString().equals("LINK");
          boolean byVisitor = value.get("leadId") == null || link;
          assertThat(new String(record.key()))
              .isEqualTo(value.get(byVisitor ? "visitorId" : "leadId"));
          assertThat(record.flaw() == Flaw.NO_LEAD && value.get("leadId") != null).isFalse();
        });
  }

  @Test
  void aLeadsEngagementsComeInOrderWithoutFlaws() {
    Map<String, Long> latest = new HashMap<>();
    forEach(
        DEFAULTS.flawless(),
        MANY,
        record -> {
          long at = wire.at(record);
          assertThat(record.flaw()).isEqualTo(Flaw.NONE);
          if (record.claim().leadId() != null) {
            Long before = latest.put(record.claim().leadId(), at);
            assertThat(at).isGreaterThanOrEqualTo(before == null ? 0 : before);
          }
        });
  }

  @Test
  void delayedRecordsAreOvertaken() {
    SimulationSettings delaying = new SimulationSettings(50, 1, 0, 0.1, 0.1, 0, 0, 0);
    Map<String, Long> latest = new HashMap<>();
    Map<Flaw, Integer> overtaken = new EnumMap<>(Flaw.class);
    forEach(
        delaying,
        10_000,
        record -> {
          long at = wire.at(record);
          if (at < latest.merge(new String(record.key()), at, Math::max)) {
            overtaken.merge(record.flaw(), 1, Integer::sum);
          }
        });
    assertThat(overtaken.get(Flaw.DELAYED)).isGreaterThan(100);
    assertThat(overtaken.get(Flaw.LATE)).isGreaterThan(100);
  }

  @Test
  void peopleActInOfficeHoursOfTokyo() {
    forEach(
        DEFAULTS.flawless(),
        MANY,
        record -> {
          if (record.truth().actor() == Actor.MACHINE) {
            return;
          }
          long at = wire.at(record);
          long halfAnHourAgo = at - Duration.ofMinutes(30).toMillis();
          assertThat(OfficeHours.worked(at + 1)).isGreaterThan(OfficeHours.worked(halfAnHourAgo));
        });
  }

  @Test
  void keepsFewThingsInMemory() {
    Simulation simulation = new Simulation(DEFAULTS, ORIGIN);
    for (int i = 0; i < 3 * MANY; i++) {
      simulation.next(clock(i));
      if (i % 10_000 == 0) {
        assertThat(simulation.pending()).isLessThan(10 * DEFAULTS.leads());
      }
    }
    assertThat(simulation.leads()).isGreaterThan(10 * DEFAULTS.leads());
  }

  @Test
  void salesLeavesTimeToScoreALead() {
    Map<String, Integer> lastEngagement = new HashMap<>();
    int[] position = new int[1];
    int[] soonest = {Integer.MAX_VALUE};
    forEach(
        DEFAULTS.flawless(),
        MANY,
        record -> {
          position[0]++;
          String lead = new String(record.key());
          if (record.isEngagement()) {
            lastEngagement.put(lead, position[0]);
          } else if (record.subject() == Topics.SALES_ACTIVITY) {
            soonest[0] = Math.min(soonest[0], position[0] - lastEngagement.get(lead));
          }
        });
    assertThat(soonest[0]).isBetween(500, 10_000);
  }

  @Test
  void worksWithASingleLead() {
    Simulation simulation = new Simulation(DEFAULTS.withLeads(1), ORIGIN);
    for (int i = 0; i < 10_000; i++) {
      simulation.next(clock(i));
    }
    assertThat(simulation.leads()).isGreaterThan(500);
  }

  private int hash(SimulationSettings settings, long origin) {
    int[] hash = new int[1];
    Simulation simulation = new Simulation(settings, origin);
    for (int i = 0; i < 20_000; i++) {
      SimulatedRecord record = simulation.next(origin + i * 5L);
      hash[0] = 31 * hash[0] + record.subject().name().hashCode();
      hash[0] = 31 * hash[0] + Arrays.hashCode(record.key());
      hash[0] = 31 * hash[0] + Arrays.hashCode(record.value());
    }
    return hash[0];
  }

  private static void forEach(
      SimulationSettings settings, int records, Consumer<SimulatedRecord> action) {
    Simulation simulation = new Simulation(settings, ORIGIN);
    for (int i = 0; i < records; i++) {
      action.accept(simulation.next(clock(i)));
    }
  }

  /** The time at which a record is sent, at 200 a second. */
  private static long clock(int record) {
    return ORIGIN + record * 5L;
  }
}
