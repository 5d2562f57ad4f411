package io.leadpulse.cli.erase;

import io.leadpulse.cli.stack.KafkaAccess;
import io.leadpulse.cli.stack.RegistryAccess;
import io.leadpulse.cli.topic.TopicLog;
import io.leadpulse.schemas.IdentityChange;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.common.IsolationLevel;
import org.jspecify.annotations.Nullable;

/** Asks for leads to be forgotten, and waits for their rows to go. */
final class Erasure {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final KafkaAccess kafka;
  private final RecordFormat format;
  private final Consumer<String> notices;

  /**
   * @param registry in which identity changes can be written
   * @param notices takes lines for the user: progress of a long waiting
   */
  Erasure(KafkaAccess kafka, RegistryAccess registry, Consumer<String> notices) {
    this.kafka = kafka;
    this.notices = notices;
    format = registry.writing(kafka.prefix(), List.of(Topics.IDENTITY));
  }

  /** One request as it was sent. */
  record Request(String leadId, String eventId, String occurredAt) {}

  /**
   * What came of it.
   *
   * @param topic with prefix
   * @param published false for a dry run
   * @param gone whether no row was left in time; null if nobody waited
   */
  record Result(String topic, boolean published, List<Request> requests, @Nullable Boolean gone) {}

  /**
   * Publishes requests.
   *
   * @param leads each once
   * @param dryRun publishes nothing
   * @param wait how long to wait for the rows to go; null for not at all
   */
  Result request(List<String> leads, boolean dryRun, @Nullable Duration wait) {
    ErasureRequests requests = new ErasureRequests(kafka, format, Clock.systemUTC());
    List<IdentityChange> changes = requests.of(leads);
    if (!dryRun) {
      requests.publish(changes);
    }
    Boolean gone = dryRun || wait == null ? null : areRowsGone(leads, wait);
    return new Result(
        requests.topic(), !dryRun, changes.stream().map(Erasure::shown).toList(), gone);
  }

  private static Request shown(IdentityChange change) {
    return new Request(change.getLeadId(), change.getEventId(), change.getOccurredAt().toString());
  }

  private boolean areRowsGone(List<String> leads, Duration wait) {
    String topic = Topics.LEAD_SCORE.topic(kafka.prefix());
    try (TopicLog scores =
        new TopicLog(kafka.client(), topic, IsolationLevel.READ_COMMITTED, notices)) {
      return new RowsGone(
              scores,
              new StandingRows(leads, format),
              System::nanoTime,
              () -> LockSupport.parkNanos(LOOK_EVERY.toNanos()),
              notices)
          .within(wait);
    }
  }
}
