package io.leadpulse.benchmarks.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.schemas.LeadProfile;
import io.leadpulse.schemas.WebAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficTest {
  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
  private static final int LEADS = 500;
  private static final int EVENTS = 20_000;

  @TempDir private Path folder;

  @Test
  void theSameSettingsGiveTheSameBytesAndOthersDoNot() throws IOException {
    String digest = trace(settings(1, 200, START)).sha256();
    assertThat(trace(settings(1, 200, START)).sha256()).isEqualTo(digest);
    assertThat(trace(settings(2, 200, START)).sha256()).isNotEqualTo(digest);
    assertThat(trace(settings(1, 200, START.plusSeconds(1))).sha256()).isNotEqualTo(digest);
  }

  @Test
  void everyLeadIsSeenOnceBeforeTheSessions() {
    Traffic traffic = new Traffic(settings(1, 200, START));
    Set<String> leads = new HashSet<>();
    for (int i = 0; i < LEADS; i++) {
      leads.add(new String(traffic.next().key(), StandardCharsets.UTF_8));
    }
    assertThat(leads).hasSize(LEADS);
    assertThat(traffic.introductions()).isEqualTo(LEADS);
  }

  @Test
  void aCrowdAsksForContactWithinAMinuteAndATenthOfItComesBack() throws IOException {
    Traffic traffic =
        new Traffic(
            TrafficSettings.usual(
                1, new Audience(LEADS, 0.8, 0, Beginning.CONTACT, true), 0.5, EVENTS, 200, START));
    for (int i = 0; i < LEADS; i++) {
      WebAccess access = WebAccess.getDecoder().decode(traffic.next().value());
      assertThat(access.getFormId()).isEqualTo("contact-form");
      assertThat(access.getOccurredAt()).isBetween(START.minusSeconds(60), START);
    }
    Set<String> returning = new HashSet<>();
    while (traffic.hasNext()) {
      returning.add(new String(traffic.next().key(), StandardCharsets.UTF_8));
    }
    assertThat(returning).hasSize(LEADS / 10);
  }

  @Test
  void aBigAccountHasATenthOfTheLeadsAndTheOthersNine() throws IOException {
    Map<String, Integer> beside = leadsByAccount(true);
    assertThat(beside.remove("account-big")).isEqualTo(LEADS / 10);
    assertThat(beside)
        .hasSize(LEADS / 10)
        .allSatisfy((id, leads) -> assertThat(leads).isEqualTo(9));
    assertThat(leadsByAccount(false))
        .hasSize(LEADS / 10)
        .allSatisfy((id, leads) -> assertThat(leads).isEqualTo(10));
  }

  /** By the profiles that the leads begin with. */
  private static Map<String, Integer> leadsByAccount(boolean hasBigAccount) throws IOException {
    Audience audience = new Audience(LEADS, 0, 0, Beginning.PROFILE, hasBigAccount);
    Traffic traffic = new Traffic(TrafficSettings.usual(1, audience, 100, 0, 200, START));
    Map<String, Integer> leads = new TreeMap<>();
    while (traffic.hasNext()) {
      LeadProfile profile = LeadProfile.getDecoder().decode(traffic.next().value());
      leads.merge(profile.getAccountId(), 1, Integer::sum);
    }
    return leads;
  }

  @Test
  void eventsAreAsBigAsTheyShouldBe() throws IOException {
    assertThat(meanBytes(trace(settings(1, 200, START)))).isBetween(190.0, 215.0);
    assertThat(meanBytes(trace(settings(1, 1_024, START)))).isBetween(1_014.0, 1_041.0);
  }

  @Test
  void aTraceIsReadAsItWasWritten() throws IOException {
    Trace trace = trace(settings(1, 200, START));
    Traffic again = new Traffic(settings(1, 200, START));
    try (Trace.Reader records = trace.open()) {
      for (long i = 0; i < trace.records(); i++) {
        Sent read = records.next();
        Sent made = again.next();
        assertThat(read.kind()).isEqualTo(made.kind());
        assertThat(read.key()).isEqualTo(made.key());
        assertThat(read.value()).isEqualTo(made.value());
      }
    }
    assertThat(again.hasNext()).isFalse();
  }

  private static double meanBytes(Trace trace) {
    return (double) trace.bytes() / trace.records();
  }

  private Trace trace(TrafficSettings settings) throws IOException {
    return Trace.write(new Traffic(settings), folder.resolve("trace"));
  }

  private static TrafficSettings settings(long seed, int eventBytes, Instant asOf) {
    return TrafficSettings.usual(seed, new Audience(LEADS, 0.8, 0), 100, EVENTS, eventBytes, asOf);
  }
}
