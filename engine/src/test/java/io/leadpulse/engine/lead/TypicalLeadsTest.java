package io.leadpulse.engine.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.release.CompiledModel;
import io.leadpulse.engine.release.ShippedModels;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the shipped model must make of typical leads. */
class TypicalLeadsTest {
  /** A Monday, 10:00 in Tokyo. */
  private static final long MONDAY = Instant.parse("2027-01-11T01:00:00Z").toEpochMilli();

  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long WEEK = 7 * DAY;

  private final CompiledModel model = ShippedModels.compiled("b2b-japan");
  private final LeadRun lead = new LeadRun(model.model(), ScoringSettings.DEFAULT);
  private int events;

  private void take(EventKind kind, long at, UnaryOperator<EngagementBuilder> more) {
    events++;
    EngagementBuilder event =
        Engagement.of(kind, LeadLog.LEAD, "e" + events).occurredAt(at).recordedAt(at);
    lead.take(new LeadLog.Act(more.apply(event).build()));
  }

  private void page(String path, long at) {
    take(EventKind.PAGE_VIEW, at, event -> event.path(path).session("s" + at / DAY));
  }

  private void click(int message, int link, long at) {
    take(EventKind.CLICK, at, event -> event.message("m" + message).link("/news/" + link));
  }

  private long intentAt(long at) {
    lead.end(Hours.of(at));
    return lead.rows.get("new-business").score().intent();
  }

  private Tier tier() {
    return lead.rows.get("new-business").tier();
  }

  private void evaluateForTwoDays() {
    take(EventKind.FILE_DOWNLOAD, MONDAY, event -> event.form("whitepaper").asset("crm-guide"));
    page("/products/crm", MONDAY + MINUTE);
    page("/products/sfa", MONDAY + 2 * MINUTE);
    page("/pricing", MONDAY + 3 * MINUTE);
    page("/products/crm/functions", MONDAY + DAY);
    page("/products/crm/security", MONDAY + DAY + MINUTE);
    page("/products/crm/support", MONDAY + DAY + 2 * MINUTE);
    page("/pricing/enterprise", MONDAY + DAY + 3 * MINUTE);
  }

  @Test
  void weeklyReaderOfOneLinkSettlesAtAboutTen() {
    for (int week = 0; week < 26; week++) {
      click(week, 1, MONDAY + week * WEEK);
    }
    assertThat(intentAt(MONDAY + 25 * WEEK)).isBetween(9_000L, 11_500L);
    assertThat(tier()).isEqualTo(Tier.COLD);
  }

  @Test
  void heavyReaderOfNewslettersIsNotWarm() {
    for (int week = 0; week < 26; week++) {
      long monday = MONDAY + week * WEEK;
      for (int i = 0; i < 3; i++) {
        click(week, i, monday + i * MINUTE);
      }
      for (int i = 0; i < 5; i++) {
        page("/news/" + i, monday + i * MINUTE);
        assertThat(tier()).isEqualTo(Tier.COLD);
      }
    }
    assertThat(intentAt(MONDAY + 25 * WEEK)).isLessThan(50_000);
  }

  @Test
  void twoDaysOfEvaluationMakeALeadWarm() {
    evaluateForTwoDays();

    assertThat(tier()).isEqualTo(Tier.WARM);
    assertThat(lead.alerts).isEmpty();
  }

  @Test
  void aDocumentRequestOnTopMakesItHot() {
    evaluateForTwoDays();
    take(
        EventKind.FORM_SUBMIT,
        MONDAY + DAY + 5 * MINUTE,
        event -> event.form("document_request").asset("brochure"));

    assertThat(tier()).isEqualTo(Tier.HOT);
    assertThat(lead.alerts)
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.type()).isEqualTo(Alert.Type.RAISED);
              assertThat(alert.cause()).isEqualTo("threshold");
              assertThat(alert.topics()).contains("price", "product", "documents");
              assertThat(alert.reason().en()).contains("Document request (40.0)");
              assertThat(alert.reason().ja()).contains("資料請求（40.0点）");
            });
  }

  @Test
  void aScannerOfTwelveLinksGainsNothing() {
    for (int link = 0; link < 12; link++) {
      click(1, link, MONDAY + link * 50L);
    }
    lead.end(Hours.of(MONDAY));

    assertThat(lead.rows).isEmpty();
    assertThat(lead.state().suspects()).isEqualTo(12);
  }

  /** The first two come, and only minutes later the others. */
  @Test
  void aScannerThatWasTakenForAReaderGivesBackWhatItGained() {
    click(1, 0, MONDAY);
    click(1, 1, MONDAY + 50);
    lead.releaseClicks(MONDAY + 15_050);
    assertThat(intentAt(MONDAY)).isEqualTo(6_000);

    click(1, 2, MONDAY + 100);
    assertThat(intentAt(MONDAY)).isZero();
    assertThat(lead.state().suspects()).isEqualTo(3);
  }

  @Test
  void aContactFormRaisesAtAnyScore() {
    take(EventKind.FORM_SUBMIT, MONDAY, event -> event.form("contact"));

    assertThat(lead.alerts)
        .singleElement()
        .satisfies(alert -> assertThat(alert.cause()).isEqualTo("hand-raise:contact-form"));
    assertThat(tier()).isEqualTo(Tier.HOT);
    lead.fireTimers(Hours.of(MONDAY + 6 * DAY));
    assertThat(tier()).as("kept open for a week").isEqualTo(Tier.HOT);
    lead.fireTimers(Hours.of(MONDAY + 8 * DAY));
    assertThat(lead.alerts).last().extracting(Alert::type).isEqualTo(Alert.Type.COOLED);
  }

  @Test
  void opensAreWorthNothing() {
    take(EventKind.OPEN, MONDAY, event -> event.message("m1"));

    assertThat(lead.rows).isEmpty();
  }
}
