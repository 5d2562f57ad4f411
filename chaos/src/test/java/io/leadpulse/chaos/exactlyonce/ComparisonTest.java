package io.leadpulse.chaos.exactlyonce;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.chaos.oracle.Notice;
import io.leadpulse.chaos.oracle.Oracle;
import io.leadpulse.chaos.oracle.Verdict;
import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Map<String, Map<String, Long>> OUTCOMES =
      Map.of("web-access.v1", Map.of("applied", 3L, "duplicate", 0L));

  private final Seen seen = new Seen();

  private static Oracle oracle(String... alertIds) {
    return new Oracle(
        Map.of("lead-1 swift", new Verdict(0, Map.of("page", 0L), false)),
        List.of(alertIds).stream().map(ComparisonTest::notice).toList(),
        Map.of("web-access.v1", Map.of("applied", 3L)));
  }

  private static Notice notice(String id) {
    return new Notice(id, "lead-1", "swift", "threshold", 50_000);
  }

  /** What is not set stays null; nobody looks at it. */
  private static void put(SpecificRecord to, String field, Object value) {
    to.put(to.getSchema().getField(field).pos(), value);
  }

  private void alert(String id) {
    HotLeadAlert alert = new HotLeadAlert();
    put(alert, "messageId", id);
    put(alert, "leadId", "lead-1");
    put(alert, "scorecard", "swift");
    put(alert, "cause", "threshold");
    put(alert, "intentMilli", 50_000L);
    seen.alert(new TopicRecord<>(0, 0, 0, null, alert));
  }

  private void row(long revision, long intent) {
    LeadScore row = new LeadScore();
    put(row, "leadId", "lead-2");
    put(row, "scorecard", "swift");
    put(row, "revision", revision);
    put(row, "intentMilli", intent);
    put(row, "contributions", List.of());
    seen.row(row);
  }

  @Test
  void tellsMissingRepeatedAndUnexpectedAlertsApart() {
    alert("a");
    alert("a");
    alert("c");

    Comparison comparison = Comparison.of(oracle("a", "b"), seen, OUTCOMES);

    assertThat(comparison.missing()).isEqualTo(1);
    assertThat(comparison.twice()).isEqualTo(1);
    assertThat(comparison.unexpected()).isEqualTo(1);
    assertThat(comparison.outcomes()).isZero();
    assertThat(comparison.isGood()).isFalse();
    assertThat(seen.anomalies()).singleElement().asString().contains("came again");
  }

  @Test
  void takesAMissingRowForOneOfNothing() {
    row(1, 0);
    row(2, 1);

    Comparison comparison = Comparison.of(oracle(), seen, OUTCOMES);

    assertThat(comparison.differences()).isEqualTo(2);
    assertThat(seen.anomalyCount()).isZero();
  }

  @Test
  void noticesARowThatGoesBack() {
    row(2, 0);
    row(1, 0);

    assertThat(seen.anomalies()).singleElement().asString().contains("from revision 2 to 1");
  }

  @Test
  void noticesRecordsThatCameToAnotherOutcome() {
    Comparison comparison =
        Comparison.of(oracle(), seen, Map.of("web-access.v1", Map.of("applied", 2L)));

    assertThat(comparison.outcomes()).isEqualTo(1);
  }
}
