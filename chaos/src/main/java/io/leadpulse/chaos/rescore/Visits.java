package io.leadpulse.chaos.rescore;

import io.leadpulse.chaos.stage.Sender;
import io.leadpulse.chaos.stage.Stage;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends what leads do on the web site; each lead's events in their order, to one partition. */
final class Visits {
  private static final int SPAN_MINUTES = 10 * 24 * 60;
  private static final int LAST_MINUTES = 120;
  private static final String ID = "lead-";

  private final RecordEncoder<WebAccess> encoder = new RecordEncoder<>(Topics.WEB_ACCESS);
  private final Sender sender;
  private final SplittableRandom random;
  private long sent;

  Visits(Sender sender, long seed) {
    this.sender = sender;
    this.random = new SplittableRandom(seed);
  }

  /** How many events were sent. */
  long sent() {
    return sent;
  }

  static String id(int lead) {
    return ID + lead;
  }

  static int number(String leadId) {
    return Integer.parseInt(leadId.substring(ID.length()));
  }

  /** Two to eight events of each lead, of the ten days before. */
  void past(int leads, Instant now) {
    for (int lead = 0; lead < leads; lead++) {
      int events = 2 + random.nextInt(7);
      int minutesAgo = SPAN_MINUTES;
      for (int i = events; i > 0; i--) {
        minutesAgo -= random.nextInt((minutesAgo - LAST_MINUTES) / i);
        send(lead, now.minusSeconds(60L * minutesAgo));
      }
    }
    sender.flush();
  }

  /** One event of a lead. */
  void send(int lead, Instant at) {
    sent++;
    WebAccess.Builder access =
        WebAccess.newBuilder()
            .setEventId("event-" + sent)
            .setOccurredAt(at)
            .setLeadId(id(lead))
            .setKind(WebAccessKind.PAGE_VIEW);
    switch (random.nextInt(20)) {
      case 0, 1, 2 ->
          access
              .setKind(WebAccessKind.FORM_SUBMIT)
              .setFormId("document-request")
              .setAssetId("document-" + random.nextInt(4));
      case 3, 4, 5 ->
          access.setKind(WebAccessKind.FILE_DOWNLOAD).setAssetId("paper-" + random.nextInt(6));
      case 6, 7, 8, 9, 10, 11 -> access.setPath("/pricing/" + random.nextInt(3));
      case 12 -> access.setPath("/careers/1");
      default -> access.setPath("/blog/" + random.nextInt(100));
    }
    byte[] key = id(lead).getBytes(StandardCharsets.UTF_8);
    sender.send(
        new ProducerRecord<>(
            Topics.WEB_ACCESS.topic(Stage.PREFIX),
            lead % Stage.PARTITIONS,
            key,
            encoder.encode(access.build())));
  }
}
