package io.leadpulse.engine.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.model.Damper;
import io.leadpulse.engine.model.HotRule;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.model.Weight;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;
import io.leadpulse.engine.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultModelTest {
  private static final int DAY = 24;

  private final CompiledModel compiled = ShippedModels.compiled("b2b-japan");
  private final ScoringModel model = compiled.model();
  private final Scorecard card = model.scorecards().get(0);

  /** Section 10 of the semantics, figure by figure. */
  @ParameterizedTest
  @CsvSource({
    "contact-form, 60, 14, 1, hand-raise",
    "call-requested, 60, 14, 1, hand-raise",
    "document-request, 40, 21, 1, hand-raise",
    "survey-wants-contact, 50, 21, 1, hand-raise",
    "survey-within-3-months, 40, 21, 1, hand-raise",
    "price-list, 30, 14, 1, buying",
    "price-list-open, 30, 14, 1, buying",
    "pricing-page, 15, 10, 2, buying",
    "case-study, 6, 14, 3, buying",
    "white-paper, 15, 30, 2, content",
    "white-paper-open, 15, 30, 2, content",
    "webinar-attended, 20, 30, 1, event",
    "webinar-attended-in-part, 8, 30, 1, event",
    "webinar-on-demand, 8, 30, 1, event",
    "webinar-registered, 8, 14, 1, event",
    "webinar-question, 10, 21, 1, event",
    "webinar-poll, 10, 21, 1, event",
    "webinar-survey, 5, 30, 1, event",
    "live-event, 25, 30, 1, event",
    "card-exchanged, 10, 45, 1, event",
    "booth-scan, 3, 14, 1, event",
    "product-page, 3, 14, 4, browse",
    "page-other, 1, 7, 5, browse",
    "return-visit, 5, 7, 1, browse",
    "site-search, 3, 7, 2, browse",
    "mail-click, 3, 14, 3, mail",
    "newsletter-signup, 3, 30, 1, mail",
  })
  void signalsAreWorthWhatTheyShould(
      String id, int points, int halfLifeDays, int perDay, String category) {
    Weight weight = card.weights().get(signal(id).index());

    assertThat(weight).isNotNull();
    assertThat(weight.points()).isEqualTo(points * 1_000L);
    assertThat(weight.decay().halfLifeHours()).isEqualTo(halfLifeDays * DAY);
    assertThat(weight.perDay()).isEqualTo(perDay);
    assertThat(card.categories().get(weight.category()).id()).isEqualTo(category);
  }

  @Test
  void nothingElseIsWorthAnything() {
    assertThat(model.signals().stream().filter(s -> card.weights().get(s.index()) == null))
        .extracting(Signal::id)
        .containsExactly("careers-page", "mail-open", "unsubscribe");
  }

  @Test
  void capsThresholdsAndDampersAreThoseOfTheSemantics() {
    assertThat(card.categories().stream().map(c -> c.id() + " " + c.cap() / 1_000))
        .containsExactly(
            "hand-raise 120", "buying 70", "content 45", "event 80", "browse 35", "mail 25");
    assertThat(List.of(card.warmEnter(), card.warmExit())).containsExactly(50_000L, 40_000L);
    HotRule hot = card.hot();
    assertThat(hot.enterByFit())
        .isEqualTo(
            Map.of(Fit.A, 100_000L, Fit.B, 100_000L, Fit.C, 130_000L, Fit.UNKNOWN, 100_000L));
    assertThat(hot.exit()).isEqualTo(80_000);
    assertThat(List.of(hot.cooldownHours(), hot.handRaiseKeepsHours()))
        .containsExactly(14 * DAY, 7 * DAY);
    assertThat(List.of(hot.distinctSignals(), hot.humanSignals())).containsExactly(2, 1);
    assertThat(model.dampers().stream().map(d -> d.numerator() + "/" + d.denominator()))
        .containsExactly("4/5", "4/5", "1/2");
    assertThat(model.dampers()).extracting(Damper::lastsHours).endsWith(180 * DAY, 30 * DAY);
    assertThat(model.exclusions()).hasSize(Exclusion.values().length - 1);
    assertThat(model.lostKeepMilli()).isEqualTo(500);
    assertThat(model.retentionHours()).isEqualTo(180 * DAY);
  }

  @Test
  void handRaisesAreWhatAskForContact() {
    assertThat(model.signals().stream().filter(Signal::handRaise))
        .extracting(Signal::id)
        .containsExactly("contact-form", "call-requested", "survey-wants-contact");
  }

  @Test
  void everySignalHasALabelInBothLanguages() {
    for (Signal signal : model.signals()) {
      assertThat(signal.label().en()).as(signal.id()).isNotEqualTo(signal.id());
      assertThat(signal.label().ja()).as(signal.id()).matches(".*[ぁ-んァ-ヶ一-龠].*");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/pricing, pricing-page",
    "/ja/pricing/enterprise, pricing-page",
    "/ryokin/index.html, pricing-page",
    "/company/price.html, pricing-page",
    "/jirei/acme, case-study",
    "/compare, case-study",
    "/products/alpha/spec, product-page",
    "/service/, product-page",
    "/seminar/2026-04, product-page",
    "/recruit/2027, careers-page",
    "/, page-other",
    "/blog/how-to-choose, page-other",
    "/pricing-history, page-other",
  })
  void pagesAreKnownByTheirPaths(String path, String signal) {
    assertThat(matched(event(EventKind.PAGE_VIEW).path(path))).containsExactly(signal);
  }

  @ParameterizedTest
  @CsvSource({
    "contact, contact-form",
    "contact_ja, contact-form",
    "inquiry, contact-form",
    "toiawase, contact-form",
    "estimate, contact-form",
    "mitsumori-form, contact-form",
    "demo-request, contact-form",
    "document_request, document-request",
    "document-request, document-request",
    "siryou, document-request",
    "shiryo_seikyu, document-request",
    "newsletter, newsletter-signup",
    "merumaga, newsletter-signup",
  })
  void formsAreKnownByTheirIds(String form, String signal) {
    assertThat(matched(event(EventKind.FORM_SUBMIT).form(form))).containsExactly(signal);
  }

  @Test
  void otherFormsSayNothing() {
    assertThat(matched(event(EventKind.FORM_SUBMIT).form("login"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "price_list_2026.pdf, lp-form, price-list",
    "price_list_2026.pdf, '', price-list-open",
    "料金表.pdf, '', price-list-open",
    "white-paper.pdf, lp-form, white-paper",
    "white-paper.pdf, '', white-paper-open",
    "'', '', white-paper-open",
  })
  void downloadsAreHumanOnlyBehindAForm(String asset, String form, String signal) {
    assertThat(matched(event(EventKind.FILE_DOWNLOAD).asset(asset).form(form)))
        .containsExactly(signal);
    assertThat(signal(signal).human()).isEqualTo(!form.isEmpty());
  }

  @Test
  void halfAWebinarMakesTheDifference() {
    assertThat(matched(event(EventKind.ATTENDED).minutes(30).scheduledMinutes(60)))
        .containsExactly("webinar-attended");
    assertThat(matched(event(EventKind.ATTENDED).minutes(29).scheduledMinutes(60)))
        .containsExactly("webinar-attended-in-part");
  }

  @Test
  void surveysCountForWhatTheyAnswer() {
    assertThat(
            matched(
                event(EventKind.SURVEY_ANSWERED)
                    .answers(Map.of("contact", "wanted", "timing", "within-3-months"))))
        .containsExactly("survey-wants-contact", "survey-within-3-months", "webinar-survey");
    assertThat(matched(event(EventKind.SURVEY_ANSWERED).answers(Map.of("contact", "no"))))
        .containsExactly("webinar-survey");
  }

  @Test
  void aCallCountsIfTheLeadAskedForIt() {
    assertThat(matched(event(EventKind.CALL_LOGGED).outcome("call-requested")))
        .containsExactly("call-requested");
    assertThat(matched(event(EventKind.CALL_LOGGED).outcome("no-answer"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DELIVERED",
    "BOUNCE",
    "COMPLAINT",
    "REPLY",
    "CANCELLED",
    "NO_SHOW",
    "RESOURCE",
    "VIDEO_PLAY"
  })
  void otherKindsMatchNothing(EventKind kind) {
    assertThat(matched(event(kind).path("/pricing").title("x"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "executive, 300, it, A",
    "部長, 300, '', A",
    "executive, 100, '', A",
    "staff, 300, '', B",
    "staff, 30, it, B",
    "役員, 30, retail, B",
    "staff, 30, retail, C",
    "executive, 1, '', C",
    "student, 5000, it, D",
    "executive, 0, it, UNKNOWN",
  })
  void fitFollowsSizeRoleAndIndustry(String role, int employees, String industry, Fit fit) {
    assertThat(compiled.profilePolicy().judge(profile(role, employees, industry, false)).fit())
        .isEqualTo(fit);
  }

  @Test
  void optingOutIsADamper() {
    assertThat(compiled.profilePolicy().judge(profile("", 0, "", true)).activeDampers()).isOne();
    assertThat(compiled.profilePolicy().judge(Profile.UNKNOWN).activeDampers()).isZero();
  }

  private Signal signal(String id) {
    return model.signals().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }

  private List<String> matched(EngagementBuilder event) {
    int[] matched = new int[compiled.classifier().capacity()];
    int count = compiled.classifier().classify(event.build(), matched);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(model.signals().get(matched[i]).id());
    }
    return ids;
  }

  private static EngagementBuilder event(EventKind kind) {
    return Engagement.of(kind, "lead", "event");
  }

  private static Profile profile(String role, int employees, String industry, boolean optOut) {
    return new Profile(
        0,
        "",
        "",
        "",
        role,
        "",
        industry,
        employees,
        "",
        "",
        Exclusion.NONE,
        false,
        optOut,
        Map.of());
  }
}
