package io.leadpulse.cli.erase;

import io.leadpulse.cli.stack.KafkaAccess;
import io.leadpulse.cli.stack.RecordSender;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.schemas.IdentityChange;
import io.leadpulse.schemas.IdentityChangeKind;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/** Asks the job to forget leads, by records in {@code identity.v1} under the lead's id. */
final class ErasureRequests {
  private final KafkaAccess kafka;
  private final RecordFormat format;
  private final InstantSource clock;

  /**
   * @param format of the records, in which identity changes can be written
   * @param clock tells when an erasure is asked for
   */
  ErasureRequests(KafkaAccess kafka, RecordFormat format, InstantSource clock) {
    this.kafka = kafka;
    this.format = format;
    this.clock = clock;
  }

  /** With its prefix. */
  String topic() {
    return Topics.IDENTITY.topic(kafka.prefix());
  }

  /** The requests as they would be sent now; the id of each belongs to this one request. */
  List<IdentityChange> of(List<String> leads) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    return leads.stream()
        .map(
            lead ->
                IdentityChange.newBuilder()
                    .setEventId("erase-%d-%s".formatted(now.toEpochMilli(), lead))
                    .setOccurredAt(now)
                    .setKind(IdentityChangeKind.ERASE)
                    .setLeadId(lead)
                    .build())
        .toList();
  }

  /**
   * Sends them, and returns once all replicas have them.
   *
   * @throws CliException if Kafka does not answer, has no such topic or does not take one
   */
  void publish(List<IdentityChange> requests) {
    requireTopic();
    RecordEncoder<IdentityChange> encoder = format.encoder(Topics.IDENTITY);
    try (RecordSender sender = new RecordSender(kafka.client())) {
      for (IdentityChange request : requests) {
        byte[] key = request.getLeadId().getBytes(StandardCharsets.UTF_8);
        sender.send(topic(), key, encoder.encode(request));
      }
    }
  }

  private void requireTopic() {
    try (Admin admin = kafka.connect()) {
      RecordSender.requireTopics(
          admin,
          kafka.bootstrapServers(),
          List.of(topic()),
          "leadpulse topics apply, or another --prefix");
    }
  }
}
