package io.leadpulse.cli.run;

import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One lead that acts, and its score as a customer of the topic sees it. */
final class LeadProbe {
  private static final String LEAD = "lead-1";

  private final String bootstrap;

  LeadProbe(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  void submitContactForm(String eventId) throws Exception {
    send(event(eventId, WebAccessKind.FORM_SUBMIT).setFormId("contact").build());
  }

  void viewPricingPage(String eventId) throws Exception {
    send(event(eventId, WebAccessKind.PAGE_VIEW).setPath("/pricing/").build());
  }

  /** The newest score, once it has more accepted changes than {@code revision}. */
  LeadScore awaitScore(long revision) {
    long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    AtomicReference<LeadScore> newest = new AtomicReference<>();
    try (TopicReader<LeadScore> reader =
        new TopicReader<>(
            bootstrap, "leadpulse.", Topics.LEAD_SCORE, Limits.RESULT, notice -> {})) {
      while (System.nanoTime() < end) {
        reader.readToEnd(message -> message.ifValue(newest::set));
        LeadScore score = newest.get();
        if (score != null && score.getRevision() > revision) {
          return score;
        }
      }
    }
    throw new AssertionError("no newer score than " + newest.get());
  }

  private static WebAccess.Builder event(String eventId, WebAccessKind kind) {
    return WebAccess.newBuilder()
        .setEventId(eventId)
        .setLeadId(LEAD)
        .setOccurredAt(Instant.now())
        .setKind(kind);
  }

  private void send(WebAccess event) throws Exception {
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(Map.of("bootstrap.servers", bootstrap), bytes, bytes)) {
      producer
          .send(
              new ProducerRecord<>(
                  "leadpulse.web-access.v1",
                  LEAD.getBytes(StandardCharsets.UTF_8),
                  new RecordEncoder<>(Topics.WEB_ACCESS).encode(event)))
          .get();
    }
  }
}
