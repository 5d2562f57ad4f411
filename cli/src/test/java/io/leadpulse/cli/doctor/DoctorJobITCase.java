package io.leadpulse.cli.doctor;

import static io.leadpulse.cli.doctor.FindingAssert.assertFound;
import static io.leadpulse.cli.doctor.FindingAssert.assertOk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.leadpulse.cli.stack.EmbeddedBroker;
import io.leadpulse.cli.stack.FlinkStack;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.JobForm;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.stack.TopicScan;
import io.leadpulse.jobs.HandOffJob;
import io.leadpulse.jobs.LeadScoringJob;
import io.leadpulse.jobs.config.HandOffConfig;
import io.leadpulse.jobs.config.JobConfig;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.ScoringModelRelease;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real job whose transactions are lost, and one that is well. */
class DoctorJobITCase {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private static Path folder;
  private static EmbeddedBroker broker;
  private static Admin admin;
  private static KafkaProducer<byte[], byte[]> producer;

  /** Of each test alone: doctor also tells of jobs that have ended. */
  private FlinkStack flink;

  @BeforeAll
  static void start() throws Exception {
    // A broker looks for expired transactions every 10 s by default.
    broker =
        EmbeddedBroker.start(
            folder.resolve("kafka"),
            freePort(),
            freePort(),
            Map.of("transaction.abort.timed.out.transaction.cleanup.interval.ms", "200"));
    Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
    admin = Admin.create(client);
    ByteArraySerializer bytes = new ByteArraySerializer();
    producer = new KafkaProducer<>(client, bytes, bytes);
  }

  @AfterAll
  static void stop() {
    producer.close();
    admin.close();
    broker.close();
  }

  @BeforeEach
  void startFlink(@TempDir Path work) {
    flink = FlinkStack.start(work, 2, 0);
  }

  @AfterEach
  void stopFlink() {
    flink.close();
  }

  @Test
  void isLoudAboutATransactionThatExpired() throws Exception {
    JobConfig config = config("lost", "300ms", "10s");
    // A Flink that has just started elects first and answers then.
    await(() -> severity(config, Check.FLINK_REACHABLE) == Severity.ok);
    assertFound(
        Checkup.of(config, flink.rest()), Check.JOB_RUNNING, Severity.problem, "has no such job");
    prepare("lost.");
    // As if somebody had set another interval on the cluster: no checkpoint in time.
    JobID job = submit(config, Duration.ofHours(1));
    checkpoint(job);
    view("lost.", "lead-1");
    awaitTransaction("lost", TransactionState.ONGOING);
    awaitTransaction("lost", TransactionState.COMPLETE_ABORT);
    checkpoint(job);
    await(() -> severity(config, Check.FAILED_COMMITTABLES) == Severity.problem);

    Checkup checkup = Checkup.of(config, flink.rest());
    assertFound(
        checkup,
        Check.FAILED_COMMITTABLES,
        Severity.problem,
        "1, and the job restored nothing before");
    assertFound(checkup, Check.TRANSACTION_OUTAGE, Severity.problem, "interval 1 h");
    assertOk(checkup, Check.JOB_RUNNING, "is RUNNING");
    List<String> published = new ArrayList<>();
    TopicScan.read(broker.bootstrap(), "lost.lead-score.v1", row -> published.add(row.toString()));
    assertThat(published).as("what the job counts as published").isEmpty();
    flink.cancel(job);
  }

  @Test
  void findsNothingWrongWithAJobThatRuns() throws Exception {
    prepare("calm.");
    JobConfig config = config("calm", "5m", "10m");
    JobID first = submit(config, Duration.ofMinutes(5));
    checkpoint(first);
    view("calm.", "lead-1");
    awaitTransaction("calm", TransactionState.ONGOING);
    checkpoint(first);
    await(() -> commits(config).seen().equals("none of 1 in this attempt"));
    // The first commit of offsets finds no coordinator yet.
    checkpoint(first);
    assertCalm(config);
    flink.cancel(first);
  }

  @Test
  void looksAtTheHandOffByItsOwnTopicsAndWithoutAModel() throws Exception {
    prepare("sales.");
    HandOffConfig config = handOff("sales");
    StreamGraph graph = HandOffJob.graph(config);
    graph.setJobId(JobID.generate());
    JobID job = flink.submit(graph);
    checkpoint(job);
    send(
        Topics.SALES_ACTIVITY,
        "sales.",
        "lead-1",
        SalesActivity.newBuilder()
            .setEventId("event-1")
            .setOccurredAt(Instant.now())
            .setLeadId("lead-1")
            .setKind(SalesActivityKind.CONTACTED)
            .build());
    await(() -> handOff(config).severity(Check.LAG) == Severity.ok);
    await(() -> handOff(config).severity(Check.FAILED_COMMITTABLES) == Severity.ok);
    Checkup checkup = handOff(config);
    assertOk(checkup, Check.FLINK_REACHABLE, "1 job(s) of that name alive");
    assertOk(checkup, Check.JOB_RUNNING, "is RUNNING");
    assertOk(checkup, Check.TRANSACTIONAL_IDS, "begins as those of sales");
    assertOk(checkup, Check.PARALLELISM_PARTITIONS, "parallelism 1, 16 partitions");
    assertTransactionsBeginAs(JobForm.HAND_OFF, "sales");
    for (Check ofModel :
        List.of(Check.MODEL_PUBLISHED, Check.RELEASES_REFUSED, Check.RELEASES_LATE)) {
      assertThat(checkup.severity(ofModel)).isEqualTo(Severity.not_checked);
      assertThat(checkup.get(ofModel).seen()).isEqualTo("hand-off has no scoring model");
    }
    assertFound(
        Checkup.of(config.job(), flink.rest()),
        Check.JOB_RUNNING,
        Severity.problem,
        "has no such job as lead-scoring");
    flink.cancel(job);
  }

  /** Otherwise the check of clashing ids would look for none. */
  private static void assertTransactionsBeginAs(JobForm form, String group) {
    assertThat(transactions().stream().map(TransactionListing::transactionalId).toList())
        .filteredOn(id -> id.startsWith(group + '-'))
        .isNotEmpty()
        .allMatch(id -> form.transactionPrefixes(group).stream().anyMatch(id::startsWith));
  }

  private Checkup handOff(HandOffConfig config) {
    return Checkup.of(JobForm.HAND_OFF, config.job(), flink.rest());
  }

  private static HandOffConfig handOff(String name) throws Exception {
    return HandOffConfig.parse(
        "test",
        """
        kafka: {bootstrap-servers: '%s', group-id: %s}
        topics.prefix: %s.
        teams.file: teams/two-teams.yaml
        checkpoint: {interval: 1s, dir: '%s'}
        parallelism: 1
        """
            .formatted(
                broker.bootstrap(), name, name, folder.resolve("checkpoints-" + name).toUri()),
        Path.of("../config"));
  }

  private Finding commits(JobConfig config) {
    return Checkup.of(config, flink.rest()).get(Check.FAILED_COMMITTABLES);
  }

  private void assertCalm(JobConfig config) {
    await(() -> severity(config, Check.RELEASES_LATE) == Severity.ok);
    await(() -> severity(config, Check.LAG) == Severity.ok);
    Checkup checkup = Checkup.of(config, flink.rest());
    assertOk(checkup, Check.FLINK_REACHABLE, "1 job(s) of that name alive");
    assertOk(checkup, Check.JOB_RUNNING, "is RUNNING");
    assertOk(checkup, Check.JOB_RESTARTS, "none within 10 min");
    assertOk(checkup, Check.FAILED_COMMITTABLES, "none of");
    assertOk(checkup, Check.CHECKPOINT_AGE, "the last one completed before");
    assertOk(checkup, Check.CHECKPOINT_FAILURES, "none since the last of");
    assertOk(checkup, Check.TRANSACTION_OUTAGE, "transaction.timeout is 10 min");
    assertOk(checkup, Check.TRANSACTIONAL_IDS, "begins as those of calm");
    assertOk(checkup, Check.GROUP_SHARED, "no member");
    assertTransactionsBeginAs(JobForm.LEAD_SCORING, "calm");
    assertOk(checkup, Check.LAG, "records not read");
    assertOk(checkup, Check.RELEASES_REFUSED, "0 since");
    assertOk(checkup, Check.PARALLELISM_PARTITIONS, "parallelism 1, 28 partitions");
    assertOk(checkup, Check.MAX_PARALLELISM, "max-parallelism 2520, parallelism 1");
    assertOk(checkup, Check.CHECKPOINT_FOLDER, "can be written");
    assertOk(checkup, Check.CHECKPOINT_STORAGE, "Flink is on this machine");
  }

  private Severity severity(JobConfig config, Check check) {
    return Checkup.of(config, flink.rest()).severity(check);
  }

  /** With a group, a prefix and a folder of that name. */
  private static JobConfig config(String name, String interval, String timeout) throws Exception {
    return JobConfig.parse(
        "test",
        """
        kafka: {bootstrap-servers: '%s', group-id: %s}
        topics.prefix: %s.
        checkpoint: {interval: %s, timeout: 1s, dir: '%s'}
        emit.interval: 200ms
        restart.max-delay: 1s
        transaction.timeout: %s
        parallelism: 1
        """
            .formatted(
                broker.bootstrap(),
                name,
                name,
                interval,
                folder.resolve("checkpoints-" + name).toUri(),
                timeout));
  }

  private JobID submit(JobConfig config, Duration interval) throws Exception {
    StreamGraph graph = LeadScoringJob.graph(config);
    graph.setJobId(JobID.generate());
    graph.getCheckpointConfig().setCheckpointInterval(interval.toMillis());
    return flink.submit(graph);
  }

  /** Fails while tasks start, so it is tried until it succeeds. */
  private void checkpoint(JobID job) {
    await(
        () -> {
          try {
            flink.checkpoint(job).join();
            return true;
          } catch (RuntimeException starting) {
            return false;
          }
        });
  }

  private static void prepare(String prefix) throws Exception {
    TopicPlan.read(new Home(Path.of(".."))).createMissing(admin, prefix);
    publish(prefix, 1, "");
  }

  private static void publish(String prefix, long version, String more) throws Exception {
    String yaml = Files.readString(Path.of("../config/models/minimal.yaml")) + more;
    send(
        Topics.SCORING_MODEL,
        prefix,
        "minimal@" + version,
        new ScoringModelRelease("minimal", version, Instant.EPOCH, Instant.EPOCH, yaml, ""));
  }

  private static void view(String prefix, String lead) throws Exception {
    WebAccess access =
        WebAccess.newBuilder()
            .setEventId("event-" + lead)
            .setLeadId(lead)
            .setOccurredAt(Instant.now())
            .setKind(WebAccessKind.PAGE_VIEW)
            .setPath("/pricing/basic")
            .build();
    send(Topics.WEB_ACCESS, prefix, lead, access);
  }

  private static <T extends SpecificRecord> void send(
      Subject<T> subject, String prefix, String key, T value) throws Exception {
    byte[] bytes = new RecordEncoder<>(subject).encode(value);
    producer
        .send(
            new ProducerRecord<>(
                subject.topic(prefix), key.getBytes(StandardCharsets.UTF_8), bytes))
        .get();
  }

  private static void awaitTransaction(String group, TransactionState state) {
    await(
        () ->
            transactions().stream()
                .anyMatch(
                    transaction ->
                        transaction.transactionalId().startsWith(group + "-results")
                            && transaction.state() == state));
  }

  private static Collection<TransactionListing> transactions() {
    return admin.listTransactions().all().toCompletionStage().toCompletableFuture().join();
  }

  private static void await(BooleanSupplier wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail("waited in vain; transactions: " + transactions());
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
