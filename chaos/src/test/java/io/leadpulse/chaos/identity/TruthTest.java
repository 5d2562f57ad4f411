package io.leadpulse.chaos.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.chaos.people.Account;
import io.leadpulse.chaos.people.Line;
import io.leadpulse.chaos.people.PeopleModel;
import io.leadpulse.chaos.people.Story;
import io.leadpulse.chaos.people.Wire;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceTopic;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What should have come of a story, without a cluster that tells it. */
class TruthTest {
  private static final long START = 1_750_000_000_000L;
  private static final String PREFIX = "test.";
  private static final int MILLIS_PER_LINE = 4;

  private final Story story = Story.of(1, 8_000, 4);
  private final Account account = new Account();
  private final Truth truth = new Truth(PeopleModel.release());

  @BeforeEach
  void tell() {
    Wire wire = new Wire(PREFIX);
    Map<SourceTopic, Long> offsets = new EnumMap<>(SourceTopic.class);
    long now = START;
    for (int chapter = 0; chapter < story.chapters().size(); chapter++) {
      for (Line line : story.chapters().get(chapter)) {
        account.add(line);
        long offset = offsets.merge(line.topic(), 1L, Long::sum) - 1;
        take(line.topic(), offset, now, wire.of(line, chapter, now));
        now += MILLIS_PER_LINE;
      }
    }
    truth.conclude();
  }

  private void take(SourceTopic topic, long offset, long now, ProducerRecord<byte[], byte[]> sent) {
    truth.take(
        topic,
        new RawRecord(sent.topic(), 0, offset, now, sent.key(), sent.value()),
        new ConsumerRecord<>(
            sent.topic(),
            0,
            offset,
            now,
            TimestampType.LOG_APPEND_TIME,
            sent.key().length,
            sent.value().length,
            sent.key(),
            sent.value(),
            sent.headers(),
            Optional.empty()));
  }

  @Test
  void everyRecordHasAnOutcomeOrIsOpen() {
    for (SourceTopic topic : SourceTopic.values()) {
      if (topic != SourceTopic.IDENTITY) {
        long certain = truth.certain(topic).values().stream().mapToLong(Long::longValue).sum();
        assertThat(certain + truth.open(topic)).as("%s", topic).isEqualTo(account.sent(topic));
      }
    }
  }

  @Test
  void fewAreOpen() {
    for (SourceTopic topic : SourceTopic.values()) {
      assertThat(truth.open(topic)).isLessThanOrEqualTo(account.sent(topic) / 8);
    }
  }

  @Test
  void nothingWaitsThatAVerdictOrALinkCouldRelease() {
    assertThat(truth.outcomes().values()).doesNotContain(Outcome.PENDING);
    assertThat(truth.certain(SourceTopic.WEB_ACCESS))
        .containsEntry(Outcome.WAITING, account.waiting());
  }

  @Test
  void thereAreSuspectsAmongClicksAndPages() {
    assertThat(truth.certain(SourceTopic.EMAIL_ENGAGEMENT).get(Outcome.SUSPECT)).isPositive();
    assertThat(truth.certain(SourceTopic.WEB_ACCESS).get(Outcome.SUSPECT)).isPositive();
    assertThat(truth.certain(SourceTopic.WEB_ACCESS).get(Outcome.ERASED)).isPositive();
  }

  @Test
  void personsAreMergedSplitAndErased() {
    assertThat(truth.kinship().merges()).isPositive();
    assertThat(truth.kinship().splits()).isPositive();
    assertThat(truth.kinship().erasures()).isPositive();
  }
}
