package io.leadpulse.cli.erase;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.stack.TopicPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How long an erased lead stays in the topics by the settings that ship. */
class ShippedTopicsTest {
  private static final Map<String, TopicLife> TOPICS =
      TopicPlan.read(Path.of("../config/topics.yaml"), problem -> {}).topics().stream()
          .collect(Collectors.toMap(TopicPlan.Topic::name, ShippedTopicsTest::life));

  private static TopicLife life(TopicPlan.Topic topic) {
    String policy = topic.config().getOrDefault("cleanup.policy", "");
    return TopicLife.of(TopicLifeTest.config(policy, topic.config()));
  }

  @Test
  void rowsAndTheirTombstonesAreGoneWithinADay() {
    for (String topic : new String[] {"lead-score.v1", "lead-profile.v1"}) {
      TopicLife life = TOPICS.get(topic);
      long pass = life.roll() + life.compactionLag();
      assertThat(Duration.ofMillis(pass + life.tombstones() + pass))
          .as(topic)
          .isLessThan(Duration.ofHours(23));
    }
  }

  @Test
  void leadsOnTheirWayAreGoneWithinADay() {
    TopicLife life = TOPICS.get("lead-transfer.v1");
    assertThat(Duration.ofMillis(life.retention() + life.roll())).isLessThan(Duration.ofHours(24));
  }

  @Test
  void whatLeadpulseToldIsGoneWithinThirtyDays() {
    for (String topic :
        new String[] {
          "hot-lead-alert.v1", "model-impact.v1", "suspect-engagement.v1", "dead-letter.v1"
        }) {
      TopicLife life = TOPICS.get(topic);
      assertThat(life.retention()).as(topic).isPositive();
      assertThat(Duration.ofMillis(life.retention() + life.roll()))
          .as(topic)
          .isLessThan(Duration.ofDays(30));
    }
  }

  @Test
  void aReplayFindsAnErasureAsLongAsAnythingOfTheLead() {
    long erasures = TOPICS.get("identity.v1").retention();
    TOPICS.forEach(
        (topic, life) -> {
          if (life.deletes()) {
            assertThat(life.retention()).as(topic).isLessThanOrEqualTo(erasures);
          }
        });
  }
}
