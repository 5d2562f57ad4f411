package io.leadpulse.benchmarks.baseline;

import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The events of a measurement, from a seed: sessions of leads that Zipf draws, of one to sixteen
 * accesses to the web site, half a minute apart, ten sessions at a time.
 */
final class Traffic {
  private static final int OPEN_SESSIONS = 10;
  private static final int MOST_ACCESSES = 16;
  private static final List<String> PATHS =
      List.of(
          "/",
          "/product/a",
          "/product/b",
          "/pricing/basic",
          "/cases/1",
          "/blog/how",
          "/company",
          "/careers/engineer");

  private final SplittableRandom random;
  private final Zipf leads;
  private final String topic;
  private final int partitions;
  private final RecordEncoder<WebAccess> encoder = new RecordEncoder<>(Topics.WEB_ACCESS);
  private final MessageDigest sha256 = sha256();
  private final Session[] open = new Session[OPEN_SESSIONS];
  private final Instant start;
  private long events;
  private long sessions;
  private long bytes;

  private static final class Session {
    private final int lead;
    private final String id;
    private int left;

    Session(int lead, String id, int left) {
      this.lead = lead;
      this.id = id;
      this.left = left;
    }
  }

  /**
   * @param start when the first event happened
   */
  Traffic(long seed, int leads, String topicPrefix, int partitions, Instant start) {
    random = new SplittableRandom(seed);
    this.leads = new Zipf(leads);
    topic = Topics.WEB_ACCESS.topic(topicPrefix);
    this.partitions = partitions;
    this.start = start;
  }

  /** The next record; goes to the partition of its lead. */
  ProducerRecord<byte[], byte[]> next() {
    int slot = random.nextInt(OPEN_SESSIONS);
    Session session = open[slot];
    if (session == null || session.left == 0) {
      sessions++;
      session =
          new Session(leads.draw(random), "session-" + sessions, 1 + random.nextInt(MOST_ACCESSES));
      open[slot] = session;
    }
    session.left--;
    byte[] key = ("lead-" + session.lead).getBytes(StandardCharsets.UTF_8);
    byte[] value = encoder.encode(access(session));
    count(key, value);
    return new ProducerRecord<>(topic, session.lead % partitions, key, value);
  }

  private WebAccess access(Session session) {
    events++;
    WebAccess.Builder access =
        WebAccess.newBuilder()
            .setEventId("event-" + events)
            .setOccurredAt(start.plusMillis(events))
            .setLeadId("lead-" + session.lead)
            .setSessionId(session.id)
            .setHost("www.example.com")
            .setTitle("製品のご案内")
            .setUserAgent("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36")
            .setDwellSeconds(random.nextInt(120))
            .setScrollPercent(random.nextInt(101))
            .setMethod("GET")
            .setStatus(200)
            .setKind(WebAccessKind.PAGE_VIEW);
    switch (random.nextInt(50)) {
      case 0 ->
          access
              .setKind(WebAccessKind.FORM_SUBMIT)
              .setFormId("document_request")
              .setAssetId("brochure-" + random.nextInt(5));
      case 1 ->
          access.setKind(WebAccessKind.FILE_DOWNLOAD).setFormId("paper").setAssetId("paper-1");
      case 2 -> access.setKind(WebAccessKind.SITE_SEARCH).setSearchTerms("料金");
      default -> access.setPath(PATHS.get(random.nextInt(PATHS.size())));
    }
    return access.build();
  }

  private void count(byte[] key, byte[] value) {
    bytes += key.length + value.length;
    sha256.update(ByteBuffer.allocate(8).putInt(key.length).putInt(value.length).array());
    sha256.update(key);
    sha256.update(value);
  }

  /** Bytes of all keys and values so far. */
  long bytes() {
    return bytes;
  }

  /** Of the lengths, keys and values of all records, in the order of sending; ends the traffic. */
  String digest() {
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
