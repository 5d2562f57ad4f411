package io.leadpulse.chaos.cluster;

import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Some leads that all do the same, and what readers see of them. */
final class Leads implements AutoCloseable {
  private static final String PREFIX = "leadpulse.";

  private final int count;
  private final String bootstrap;
  private final Instant now = Instant.now();
  private final RecordEncoder<WebAccess> encoder = new RecordEncoder<>(Topics.WEB_ACCESS);
  private final KafkaProducer<byte[], byte[]> producer;

  Leads(int count, String bootstrap) {
    this.count = count;
    this.bootstrap = bootstrap;
    ByteArraySerializer bytes = new ByteArraySerializer();
    producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrap), bytes, bytes);
  }

  /** Each looks at a page of prices; the same number is the same event. */
  void viewPrices(int number) {
    send("view-" + number, access -> access.setPath("/pricing"));
  }

  /** Each fills in the contact form. */
  void submitForm() {
    send("form", access -> access.setKind(WebAccessKind.FORM_SUBMIT).setFormId("contact"));
  }

  private void send(String event, UnaryOperator<WebAccess.Builder> change) {
    for (int lead = 0; lead < count; lead++) {
      String id = "lead-" + lead;
      WebAccess access =
          change
              .apply(
                  WebAccess.newBuilder()
                      .setLeadId(id)
                      .setEventId(event + "-" + id)
                      .setOccurredAt(now)
                      .setKind(WebAccessKind.PAGE_VIEW))
              .build();
      producer.send(
          new ProducerRecord<>(
              Topics.WEB_ACCESS.topic(PREFIX),
              id.getBytes(StandardCharsets.UTF_8),
              encoder.encode(access)));
    }
    producer.flush();
  }

  /** All committed rows, of all leads. */
  List<LeadScore> scores() {
    return read(Topics.LEAD_SCORE);
  }

  List<HotLeadAlert> alerts() {
    return read(Topics.HOT_LEAD_ALERT);
  }

  private <T extends SpecificRecord> List<T> read(Subject<T> subject) {
    List<T> records = new ArrayList<>();
    try (TopicReader<T> reader =
        new TopicReader<>(bootstrap, PREFIX, subject, Limits.RESULT, notice -> {})) {
      reader.readToEnd(read -> records.add(read.value()));
    }
    return records;
  }

  @Override
  public void close() {
    producer.close();
  }
}
