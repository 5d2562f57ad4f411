package io.leadpulse.cli.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.Tier;
import io.leadpulse.schemas.registry.RecordFormat;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestScoresTest {
  private final List<String> notices = new ArrayList<>();
  private final ScoreDecoder decoder = new ScoreDecoder(RecordFormat.singleObject(), notices::add);

  @Test
  void areTheNewestRowPerKeyHighestFirst() {
    LatestScores latest = latest(new ScoreFilter(null, null, null));
    assertThat(latest.highest(9))
        .extracting(LeadScore::getLeadId, LeadScore::getIntentMilli)
        .containsExactly(tuple("c", 70_000L), tuple("d", 70_000L), tuple("a", 9_000L));
    assertThat(latest.highest(1)).hasSize(1);
  }

  @Test
  void leaveOutARowWhoseNewerOneIsOfAnotherTier() {
    assertThat(latest(new ScoreFilter(null, null, Tier.HOT)).highest(9))
        .extracting(LeadScore::getLeadId)
        .containsExactly("d");
  }

  @Test
  void canBeOfOneLeadOrScorecard() {
    assertThat(latest(new ScoreFilter("c", Samples.CARD, null)).highest(9)).hasSize(1);
    assertThat(latest(new ScoreFilter(null, "other", null)).highest(9)).isEmpty();
  }

  @Test
  void tellOfATombstoneWhoseKeyCannotBeRead() {
    assertThat(decoder.decode(new TopicRecord<>(2, 5, 0, new byte[] {1}, null))).isEmpty();
    assertThat(notices)
        .containsExactly(
            "lead-score.v1: partition 2, offset 5 has a key that cannot be read and is left out");
  }

  /** Of b only a tombstone is left, c came back after one, a was hot and is not. */
  private LatestScores latest(ScoreFilter filter) {
    LatestScores latest = new LatestScores(filter);
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
      decoder.decode(message).ifPresent(latest::take);
    }
    return latest;
  }

  private static TopicRecord<LeadScore> message(String leadId, long intentMilli, Tier tier) {
    return Samples.message(leadId, Samples.score(leadId, intentMilli).setTier(tier).build());
  }
}
