package io.leadpulse.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JourneyTest {
  private static final int MANY = 300;

  /** A Sunday, 8:00 in Tokyo. */
  private static final long END = Instant.parse("2026-11-21T23:00:00Z").toEpochMilli();

  @Test
  void allPersonasOccur() {
    Cast cast = new Cast(SimulationSettings.defaults(), END);
    Set<Persona> met = EnumSet.noneOf(Persona.class);
    for (int i = 0; i < 1_000; i++) {
      met.add(cast.next(END).person().persona());
    }
    assertThat(met).containsExactly(Persona.values());
  }

  @Test
  void aShowOpensWithEvaluators() {
    Cast cast = new Cast(SimulationSettings.defaults(), END);
    for (int i = 0; i < Cast.OPENING; i++) {
      assertThat(cast.next(END).person().persona()).isEqualTo(Persona.EVALUATOR);
    }
  }

  @ParameterizedTest
  @EnumSource
  void fillsTwoWeeksUpToItsEnd(Persona persona) {
    long earliest = Long.MAX_VALUE;
    long latest = Long.MIN_VALUE;
    for (int i = 0; i < MANY; i++) {
      List<Event> events = events(persona, i);
      assertThat(events).isSorted();
      earliest = Math.min(earliest, events.get(0).at());
      latest = Math.max(latest, events.get(events.size() - 1).at());
    }
    assertThat(Duration.ofMillis(END - earliest)).isLessThanOrEqualTo(Duration.ofDays(14));
    assertThat(Duration.ofMillis(END - earliest)).isGreaterThan(Duration.ofDays(11));
    assertThat(latest).isLessThanOrEqualTo(END);
    // The last office hours before this Sunday were on Friday.
    assertThat(Duration.ofMillis(END - latest)).isLessThan(Duration.ofDays(2));
  }

  @ParameterizedTest
  @EnumSource
  void beginsWithTheProfileIfThereIsALead(Persona persona) {
    for (int i = 0; i < MANY; i++) {
      assertThat(events(persona, i).get(0).subject() == Topics.LEAD_PROFILE)
          .isEqualTo(!persona.isNobody());
    }
  }

  @Test
  void evaluatorsLookAtPricesAndAskForDocumentsInTheLastDays() {
    for (int i = 0; i < MANY; i++) {
      List<WebAccess> hits = values(Persona.EVALUATOR, i, WebAccess.class);
      assertThat(hits).anyMatch(hit -> hit.getPath().startsWith("/pricing"));
      assertThat(hits).anyMatch(hit -> hit.getAssetId().startsWith("wp-"));
      assertThat(hits)
          .filteredOn(hit -> hit.getFormId().equals("document_request"))
          .hasSize(1)
          .allMatch(hit -> hit.getKind() == WebAccessKind.FORM_SUBMIT)
          .allMatch(
              hit -> hit.getOccurredAt().toEpochMilli() > END - Duration.ofDays(5).toMillis());
    }
  }

  @Test
  void salesTakesOverSomeEvaluatorsOnly() {
    int taken = 0;
    for (int i = 0; i < MANY; i++) {
      taken += values(Persona.EVALUATOR, i, SalesActivity.class).isEmpty() ? 0 : 1;
    }
    assertThat(taken).isBetween(MANY / 3, MANY * 2 / 3);
  }

  @Test
  void ownStaffIsMarkedWhereTheToolsKnowIt() {
    for (int i = 0; i < MANY; i++) {
      assertThat(values(Persona.OWN_STAFF, i, WebAccess.class))
          .isNotEmpty()
          .allMatch(WebAccess::getOwnStaff);
    }
  }

  @Test
  void hitsOfASessionAreTwentyToSixtySecondsApart() {
    for (int i = 0; i < MANY; i++) {
      List<WebAccess> hits = values(Persona.RESEARCHER, i, WebAccess.class);
      for (int k = 1; k < hits.size(); k++) {
        WebAccess before = hits.get(k - 1);
        if (hits.get(k).getSessionId().equals(before.getSessionId())) {
          assertThat(Duration.between(before.getOccurredAt(), hits.get(k).getOccurredAt()))
              .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(60));
        }
      }
    }
  }

  private static <T> List<T> values(Persona persona, int number, Class<T> type) {
    return events(persona, number).stream()
        .map(Event::value)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private static List<Event> events(Persona persona, int number) {
    Person person = People.of(persona, "lead-" + number, People.PLAIN);
    Journey journey = new Journey(person, new SplittableRandom(number), END);
    List<Event> events = new ArrayList<>();
    for (Event event = journey.next(); event != null; event = journey.next()) {
      events.add(event);
    }
    return events;
  }
}
