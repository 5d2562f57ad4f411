package io.leadpulse.cli.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.Tier;
import io.leadpulse.schemas.registry.RecordFormat;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestRowsTest {
  private final List<String> notices = new ArrayList<>();

  @Test
  void areTheNewestRowPerKeyHighestFirst() {
    LatestRows<LeadScoreKey, LeadScore> latest = latest(new ScoreFilter(null, null, null));
    assertThat(latest.values())
        .extracting(LeadScore::getLeadId, LeadScore::getIntentMilli)
        .containsExactly(tuple("c", 70_000L), tuple("d", 70_000L), tuple("a", 9_000L));
    assertThat(latest.rows(1)).hasSize(1);
  }

  @Test
  void leaveOutARowWhoseNewerOneIsOfAnotherTier() {
    assertThat(latest(new ScoreFilter(null, null, Tier.HOT)).values())
        .extracting(LeadScore::getLeadId)
        .containsExactly("d");
  }

  @Test
  void canBeOfOneLeadOrScorecard() {
    assertThat(latest(new ScoreFilter("c", Samples.CARD, null)).values()).hasSize(1);
    assertThat(latest(new ScoreFilter(null, "other", null)).values()).isEmpty();
  }

  @Test
  void tellOfATombstoneWhoseKeyCannotBeRead() {
    LatestRows<LeadScoreKey, LeadScore> latest = latest(new ScoreFilter(null, null, null));
    assertThat(latest.next(new TopicRecord<>(2, 5, 0, new byte[] {1}, null))).isEmpty();
    assertThat(notices)
        .containsExactly(
            "lead-score.v1: partition 2, offset 5 has a key that cannot be read and is left out");
  }

  /** Of b only a tombstone is left, c came back after one, a was hot and is not. */
  private LatestRows<LeadScoreKey, LeadScore> latest(ScoreFilter filter) {
    LatestRows<LeadScoreKey, LeadScore> latest =
        ScoreRows.none(RecordFormat.singleObject(), filter, notices::add);
    for (TopicRecord<LeadScore> message :
        List.of(
            message("a", 90_000, Tier.HOT),
            message("b", 80_000, Tier.WARM),
            message("c", 1_000, Tier.WARM),
            Samples.message("b", null),
            Samples.message("c", null),
            message("d", 70_000, Tier.HOT),
            message("c", 70_000, Tier.WARM),
            message("a", 9_000, Tier.WARM))) {
      latest.take(message);
    }
    return latest;
  }

  private static TopicRecord<LeadScore> message(String leadId, long intentMilli, Tier tier) {
    return Samples.message(leadId, Samples.score(leadId, intentMilli).setTier(tier).build());
  }
}
