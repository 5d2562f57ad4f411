package io.leadpulse.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Profile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {
  private static final Engagement WEBINAR =
      Engagement.of(EventKind.ATTENDED, "lead", "event")
          .minutes(30)
          .scheduledMinutes(60)
          .title("価格の決め方")
          .answers(Map.of("contact", "wanted"))
          .build();

  private static final Profile PROFILE =
      new Profile(
          0,
          "account",
          "Example",
          "Sales",
          "部長",
          "JP",
          "it",
          300,
          "owner",
          "team",
          Exclusion.PARTNER,
          true,
          false,
          Map.of("budget", "confirmed"));

  private final Conditions conditions = new Conditions();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.minutes * 2 >= event.scheduledMinutes",
        "event.minutes == 30 && event.scheduledMinutes - event.minutes == 30",
        "event.kind == 'attended'",
        "event.title.startsWith('価格') && size(event.title) == 6",
        "event.answers['contact'] == 'wanted'",
        "event.answers.contact == 'wanted'",
        "has(event.answers.contact) && !has(event.answers.timing)",
        "'contact' in event.answers",
        "event.minutes in [10, 20, 30]",
        "event.minutes > 20 ? event.title != '' : false",
        "event.campaign == ''",
        // no shape of ours: CEL's interpreter
        "double(event.minutes) / 60.0 == 0.5",
        "size(event.answers) == 1",
      })
  void holdsOfAnEvent(String source) {
    assertThat(conditions.onEvent(source, EventKind.ATTENDED).orThrow().holds(WEBINAR)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "profile.employees >= 300 && profile.role in ['executive', '部長']",
        "profile.attributes['budget'] == 'confirmed'",
        "profile.consent && !profile.emailOptOut",
        "profile.exclusion == 'partner'",
        "profile.company + profile.team == 'Exampleteam'",
      })
  void holdsOfAProfile(String source) {
    assertThat(conditions.onProfile(source).orThrow().holds(PROFILE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.answers['timing'] == 'soon'",
        "event.answers['timing'] != 'soon'",
        "event.minutes / (event.scheduledMinutes - 60) > 0",
        "event.minutes % (event.scheduledMinutes - 60) > 0",
        "9223372036854775807 + event.minutes > 0",
        "-9223372036854775807 - event.minutes < 0",
        "4611686018427387904 * event.minutes != 0",
        "-9223372036854775808 / (event.minutes - 31) != 0",
        "!(event.answers['timing'] == 'soon')",
        "timestamp(event.title) > timestamp('2026-01-01T00:00:00Z')",
      })
  void doesNotHoldWhereItFails(String source) {
    assertThat(conditions.onEvent(source, EventKind.ATTENDED).orThrow().holds(WEBINAR)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.answers['timing'] == 'soon' || event.minutes == 30",
        "event.minutes == 30 || event.answers['timing'] == 'soon'",
        "!(event.answers['timing'] == 'soon' && event.minutes == 0)",
      })
  void oneSideDecidesAlthoughTheOtherFails(String source) {
    assertThat(conditions.onEvent(source, EventKind.ATTENDED).orThrow().holds(WEBINAR)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          event.minuts > 3                     | 1 | event has no 'minuts' | write 'minutes'
          event.minutes > 3 && event.tittle == | 37 | the expression ends too early | check quotes, brackets and operators at this place
          event.title > 3                      | 13 | cannot apply > to (string, int) | compare two values of one type: texts in quotes, numbers without
          event.minutes == '3'                 | 15 | cannot apply == to (int, string) | compare two values of one type: texts in quotes, numbers without
          event.minutes                        | 1 | the expression is no condition: it gives int | compare it, as in 'x == y'
          minutes > 3                          | 1 | 'minutes' is not known here | use event.x for an attribute, quotes for a text
          profile.role == 'x'                  | 1 | 'profile' is not known here | use event.x for an attribute, quotes for a text
          event == 3                           | 1 | event alone is no value | name an attribute, as in event.kind
          event.dwellSeconds > 3               | 1 | event.dwellSeconds is always empty in events of kind attended | use an attribute of such events: kind, title, topic, campaign, webinar, minutes, scheduledMinutes, answers
          has(event.minutes)                   | 5 | event.minutes is always there, empty or not | compare it, as in event.minutes != ...
          event.title.matches('a+')            | 20 | regular expressions are not allowed | use startsWith, endsWith, contains, or a glob in path:
          matches(event.title, 'a+')           | 8 | regular expressions are not allowed | use startsWith, endsWith, contains, or a glob in path:
          event.answers.exists(k, k == 'a')    | 21 | the loop exists() is not allowed | name the key, as in event.x['key']
          [1, 2].all(x, x > 0)                 | 11 | the loop all() is not allowed | name the key, as in event.x['key']
          event.title.upper() == ''            | 18 | there is no function 'upper' | use size, startsWith, endsWith, contains, has, or an operator
          event.minutes > 3 ? true : 'no'      | 19 | cannot apply ?: to (bool, bool, string) | write condition ? this : that, with both of one type
          event.title == "open                 | 16 | unexpected '"open' | check quotes, brackets and operators at this place
          """)
  void refusesWithPlaceAndFix(String source, int column, String message, String fix) {
    assertThat(conditions.onEvent(source, EventKind.ATTENDED).problems())
        .contains(new ExpressionProblem(1, column, message, fix));
  }

  @Test
  void tellsTheLineToo() {
    String source = "event.title == 'a'\n  && event.foo";

    assertThat(conditions.onEvent(source, EventKind.ATTENDED).problems())
        .extracting(ExpressionProblem::line, ExpressionProblem::column)
        .containsExactly(tuple(2, 6));
  }

  @Test
  void tellsAllUnknownAttributesAtOnce() {
    String source = "event.foo == 'a' || event.bar == 'b'";

    assertThat(conditions.onEvent(source, EventKind.ATTENDED).problems()).hasSize(2);
  }

  @Test
  void refusesLongExpressions() {
    String source = "event.title == '" + "a".repeat(1_000) + "'";

    assertThat(conditions.onEvent(source, EventKind.ATTENDED).problems())
        .extracting(ExpressionProblem::message)
        .containsExactly("the expression has 1017 characters, more than 1000");
  }

  @Test
  void refusesExpressionsOfManyParts() {
    String source = "event.minutes in [" + "1,".repeat(199) + "1]";

    assertThat(conditions.onEvent(source, EventKind.ATTENDED).problems())
        .extracting(ExpressionProblem::message)
        .containsExactly("the expression has 203 parts, more than 200");
  }

  @Test
  void refusesDeepExpressions() {
    String source = "(".repeat(400) + "true" + ")".repeat(400);

    assertThat(conditions.onEvent(source, EventKind.ATTENDED).problems())
        .extracting(ExpressionProblem::message)
        .containsExactly("the expression is nested too deeply");
  }

  @Test
  void compilesAnExpressionOnce() {
    List<Compilation<Profile>> twice =
        List.of(conditions.onProfile("profile.consent"), conditions.onProfile("profile.consent"));

    assertThat(twice.get(0)).isSameAs(twice.get(1));
  }
}
