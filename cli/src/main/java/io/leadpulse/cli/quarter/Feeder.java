package io.leadpulse.cli.quarter;

import io.leadpulse.cli.stack.Answer;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.DeadLetter;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadProfile;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Tier;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends records with their own times, and lets time pass: a record of nobody in the one partition
 * of a topic says that nothing earlier comes there.
 */
final class Feeder implements AutoCloseable {
  private static final String NOBODY = "nobody";
  private static final byte[] END = "the end of a day".getBytes(StandardCharsets.UTF_8);

  /** Topics have one partition here. */
  private static final int ONLY = 0;

  private static final long PAUSE_NANOS = 5_000_000;

  /** Longer than a watermark takes through the scoring job. */
  private static final long SETTLE_NANOS = 60_000_000;

  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final QuarterStack stack;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Admin admin;
  private final TopicReader<DeadLetter> deadLetters;
  private final RecordFormat format = RecordFormat.singleObject();
  private final Map<Subject<?>, RecordEncoder<?>> encoders = new HashMap<>();
  private long events;

  /**
   * @param notices takes lines for the user
   */
  Feeder(QuarterStack stack, Consumer<String> notices) {
    this.stack = stack;
    Properties settings = new Properties();
    settings.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrap());
    settings.setProperty(ProducerConfig.ACKS_CONFIG, "all");
    settings.setProperty(ProducerConfig.LINGER_MS_CONFIG, "2");
    ByteArraySerializer bytes = new ByteArraySerializer();
    producer = new KafkaProducer<>(settings, bytes, bytes);
    deadLetters =
        new TopicReader<>(
            stack.bootstrap(),
            QuarterStack.PREFIX,
            Topics.DEAD_LETTER,
            Limits.DEAD_LETTER,
            notices);
    admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrap()));
  }

  /** Engagements sent so far. */
  long events() {
    return events;
  }

  void send(LeadProfile profile) {
    send(Topics.LEAD_PROFILE, profile.getLeadId(), profile, profile.getUpdatedAt());
  }

  void send(WebAccess access) {
    events++;
    String lead = String.valueOf(access.getLeadId());
    send(Topics.WEB_ACCESS, lead, access, access.getOccurredAt());
  }

  void send(SalesActivity activity) {
    send(Topics.SALES_ACTIVITY, activity.getLeadId(), activity, activity.getOccurredAt());
  }

  private <T extends SpecificRecord> void send(
      Subject<T> subject, String key, T value, Instant at) {
    @SuppressWarnings("unchecked") // Put in by the same subject.
    RecordEncoder<T> encoder =
        (RecordEncoder<T>) encoders.computeIfAbsent(subject, any -> format.encoder(subject));
    producer.send(
        new ProducerRecord<>(
            subject.topic(QuarterStack.PREFIX),
            ONLY,
            at.toEpochMilli(),
            key.getBytes(StandardCharsets.UTF_8),
            encoder.encode(value)));
  }

  /** Begins time for both jobs, in each topic that it is told by. */
  void begin(Instant now) {
    tickInputs(now);
    passHandOff(now);
  }

  /** Lets the scoring job's time come to an instant, and waits until it has published that. */
  void passScoring(Instant now) {
    tickInputs(now);
    LockSupport.parkNanos(SETTLE_NANOS);
    Set<Mark> open = mark(now);
    await(
        () -> {
          deadLetters.readToEnd(message -> message.ifValue(letter -> open.remove(Mark.of(letter))));
          return open.isEmpty();
        },
        "the scoring job");
    await(this::isPublished, "the scoring job's results");
  }

  /** Where a record is that the job cannot read: it comes out after all that came before it. */
  private record Mark(String topic, long offset) {
    static Mark of(DeadLetter letter) {
      return new Mark(letter.getSourceTopic(), letter.getOffset());
    }
  }

  private Set<Mark> mark(Instant now) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (Subject<?> subject : List.of(Topics.WEB_ACCESS, Topics.SALES_ACTIVITY)) {
      String topic = subject.topic(QuarterStack.PREFIX);
      sent.add(producer.send(new ProducerRecord<>(topic, ONLY, now.toEpochMilli(), END, END)));
    }
    producer.flush();
    Set<Mark> marks = new HashSet<>();
    for (Future<RecordMetadata> one : sent) {
      RecordMetadata where = Answer.of(one, "a record");
      marks.add(new Mark(where.topic(), where.offset()));
    }
    return marks;
  }

  private void tickInputs(Instant now) {
    tick(
        Topics.WEB_ACCESS,
        now,
        WebAccess.newBuilder()
            .setEventId("tick-" + now.toEpochMilli())
            .setOccurredAt(now)
            .setLeadId(NOBODY)
            .setKind(WebAccessKind.RESOURCE)
            .build());
    tick(
        Topics.SALES_ACTIVITY,
        now,
        SalesActivity.newBuilder()
            .setEventId("tick-" + now.toEpochMilli())
            .setOccurredAt(now)
            .setLeadId(NOBODY)
            .setKind(SalesActivityKind.RECYCLED)
            .build());
    producer.flush();
  }

  /** Lets the hand-off's time come to an instant; what it says of it is for others to await. */
  void passHandOff(Instant now) {
    tick(
        Topics.HOT_LEAD_ALERT,
        now,
        HotLeadAlert.newBuilder()
            .setAlertId(NOBODY)
            .setMessageId(NOBODY + now.toEpochMilli())
            .setType(AlertType.COOLED)
            .setLeadId(NOBODY)
            .setScorecard("")
            .setOccurredAt(now)
            .setIntentMilli(0)
            .build());
    tick(
        Topics.LEAD_SCORE,
        now,
        LeadScore.newBuilder()
            .setLeadId(NOBODY)
            .setScorecard("")
            .setTier(Tier.COLD)
            .setIntentMilli(0)
            .setAsOf(now)
            .build());
    producer.flush();
  }

  private <T extends SpecificRecord> void tick(Subject<T> subject, Instant now, T ofNobody) {
    send(subject, NOBODY, ofNobody, now);
  }

  /** Whether no transaction is open. */
  private boolean isPublished() {
    return ends(IsolationLevel.READ_COMMITTED).equals(ends(IsolationLevel.READ_UNCOMMITTED));
  }

  private Map<TopicPartition, Long> ends(IsolationLevel level) {
    Map<TopicPartition, OffsetSpec> wanted =
        Stream.of(Topics.HOT_LEAD_ALERT, Topics.LEAD_SCORE)
            .map(subject -> new TopicPartition(subject.topic(QuarterStack.PREFIX), ONLY))
            .collect(Collectors.toMap(Function.identity(), any -> OffsetSpec.latest()));
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        Answer.of(admin.listOffsets(wanted, new ListOffsetsOptions(level)).all(), "the ends");
    return ends.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  /** Something that comes to be true. */
  interface Condition {
    boolean isMet();
  }

  void await(Condition condition, String what) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.isMet()) {
      stack.check();
      if (System.nanoTime() > end) {
        throw CliException.failure("%s: nothing more in 60 s".formatted(what));
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  @Override
  public void close() {
    producer.close();
    deadLetters.close();
    admin.close();
  }
}
