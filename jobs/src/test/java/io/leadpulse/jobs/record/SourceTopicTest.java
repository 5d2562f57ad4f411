package io.leadpulse.jobs.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.event.Channel;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTopicTest {
  @Test
  void everyTopicOfEngagementsIsASource() {
    List<String> engagements =
        Arrays.stream(SourceTopic.values())
            .filter(SourceTopic::isEngagement)
            .map(SourceTopic::baseName)
            .toList();
    assertThat(engagements)
        .containsExactlyInAnyOrderElementsOf(
            Topics.ENGAGEMENTS.stream().<String>map(Subject::name).toList());
  }

  @Test
  void everyChannelHasATopicOfItsOwn() {
    EnumSet<SourceTopic> topics = EnumSet.noneOf(SourceTopic.class);
    for (Channel channel : Channel.values()) {
      assertThat(topics.add(SourceTopic.of(channel))).isTrue();
    }
    assertThat(topics).allMatch(SourceTopic::isEngagement);
  }

  @Test
  void thePrefixComesFirst() {
    assertThat(SourceTopic.WEB_ACCESS.topic("acme.")).isEqualTo("acme.web-access.v1");
    assertThat(OutputTopic.LEAD_SCORE.topic("acme.")).isEqualTo("acme.lead-score.v1");
  }
}
