package io.leadpulse.cli.doctor;

import static io.leadpulse.cli.doctor.FindingAssert.assertFound;
import static io.leadpulse.cli.doctor.FindingAssert.assertNotChecked;
import static io.leadpulse.cli.doctor.FindingAssert.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.cli.Invocation;
import io.leadpulse.cli.model.ModelFile;
import io.leadpulse.cli.model.ReleasePublisher;
import io.leadpulse.cli.stack.EmbeddedBroker;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.JobForm;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.topics.Drift;
import io.leadpulse.jobs.config.JobConfig;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test has topics and a group of its own. */
class DoctorKafkaITCase {
  private static final TopicPlan PLAN = TopicPlan.read(new Home(Path.of("..")));

  @TempDir private static Path folder;
  private static EmbeddedBroker broker;
  private static Admin admin;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(folder.resolve("kafka"));
    admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
  }

  @AfterAll
  static void stop() {
    admin.close();
    broker.close();
  }

  @Test
  void findsNothingWrongWithAFreshInstallation() throws Exception {
    PLAN.createMissing(admin, "fresh.");
    publish("fresh.");
    Checkup checkup = Checkup.ofKafka(config("fresh", ""), Duration.ZERO);
    assertOk(checkup, Check.KAFKA_REACHABLE, broker.bootstrap());
    assertOk(checkup, Check.KAFKA_VERSION, "metadata.version 4.2");
    assertOk(checkup, Check.TRANSACTION_VERSION, "transaction.version 2");
    assertOk(checkup, Check.TRANSACTION_LIMIT, "15 min, the brokers'");
    assertOk(checkup, Check.TOPICS_MISSING, "none of");
    assertOk(checkup, Check.TOPICS_SETTINGS, "none of");
    assertOk(checkup, Check.TOPICS_PARTITIONS, "none of");
    assertOk(checkup, Check.TOPICS_UNPLANNED, "nothing");
    assertOk(checkup, Check.MODEL_PUBLISHED, "the newest is minimal, version 1");
    assertOk(checkup, Check.DEAD_LETTERS, "none in fresh.dead-letter.v1");
    assertOk(checkup, Check.TRANSACTIONAL_IDS, "begins as those of fresh");
    assertOk(checkup, Check.GROUP_SHARED, "no member");
    assertOk(checkup, Check.SCHEMA_HISTORY, "all read each other");
    assertNotChecked(checkup, Check.LAG, "committed no offset yet");
    assertNotChecked(checkup, Check.FLINK_REACHABLE, "--flink HOST:PORT");
    assertNotChecked(checkup, Check.JOB_RUNNING, "no job to look at");
    assertThat(checkup.findings().values())
        .filteredOn(finding -> !finding.id().equals("config"))
        .noneMatch(finding -> finding.seen().equals("nothing looked at it"));
  }

  @Test
  void findsTopicsThatAreNotAsPlanned() throws Exception {
    PLAN.createMissing(admin, "drift.");
    admin.deleteTopics(List.of("drift.model-impact.v1")).all().get();
    set("drift.web-access.v1", "retention.ms", "1000");
    admin
        .createPartitions(Map.of("drift.scoring-model.v1", NewPartitions.increaseTo(2)))
        .all()
        .get();
    admin.createTopics(List.of(new NewTopic("drift.stranger", 1, (short) 1))).all().get();
    while (Drift.find(admin, "drift.", PLAN).changes().size() < 3) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    Checkup checkup = Checkup.ofKafka(config("drift", ""), Duration.ZERO);
    assertFound(
        checkup, Check.TOPICS_MISSING, Severity.problem, "drift.model-impact.v1 is missing");
    assertFound(
        checkup,
        Check.TOPICS_SETTINGS,
        Severity.problem,
        "drift.web-access.v1 has retention.ms=1000");
    assertFound(
        checkup,
        Check.TOPICS_PARTITIONS,
        Severity.warning,
        "drift.scoring-model.v1 has 2 partitions");
    assertFound(checkup, Check.TOPICS_UNPLANNED, Severity.warning, "drift.stranger");
    assertFound(checkup, Check.MODEL_PUBLISHED, Severity.problem, "no valid release");
  }

  @Test
  void findsAnOldTransactionProtocol() throws Exception {
    transactionVersion(1, FeatureUpdate.UpgradeType.SAFE_DOWNGRADE);
    try {
      assertFound(
          Checkup.ofKafka(config("old", ""), Duration.ZERO),
          Check.TRANSACTION_VERSION,
          Severity.problem,
          "transaction.version 1");
    } finally {
      transactionVersion(2, FeatureUpdate.UpgradeType.UPGRADE);
    }
  }

  @Test
  void findsATransactionTimeoutThatTheBrokerRefuses() throws Exception {
    assertFound(
        Checkup.ofKafka(config("long", "transaction.timeout: 20m\n"), Duration.ZERO),
        Check.TRANSACTION_LIMIT,
        Severity.problem,
        "transaction.timeout is 20 min, the brokers' transaction.max.timeout.ms 15 min");
  }

  @Test
  void findsTransactionalIdsThatBeginAlike() throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrap(), "transactional.id", "alike-results-2-0-1");
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> other = new KafkaProducer<>(settings, bytes, bytes)) {
      other.initTransactions();
      assertFound(
          Checkup.ofKafka(config("alike", ""), Duration.ZERO),
          Check.TRANSACTIONAL_IDS,
          Severity.problem,
          "alike-results-2 beside those of alike");
    }
  }

  @Test
  void findsAStrangerInTheGroup() throws Exception {
    PLAN.createMissing(admin, "shared.");
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", broker.bootstrap(), "group.id", "shared", "client.id", "stranger");
    try (KafkaConsumer<byte[], byte[]> other = new KafkaConsumer<>(settings, bytes, bytes)) {
      other.subscribe(List.of("shared.web-access.v1"));
      while (other.assignment().isEmpty()) {
        other.poll(Duration.ofMillis(100));
      }
      assertFound(
          Checkup.ofKafka(config("shared", ""), Duration.ZERO),
          Check.GROUP_SHARED,
          Severity.problem,
          "stranger");
    }
  }

  @Test
  void findsEventsThatWaitTooLong() throws Exception {
    PLAN.createMissing(admin, "late.");
    send("late.web-access.v1", 3);
    commit("late", new TopicPartition("late.web-access.v1", 0), 0);
    JobConfig config = config("late", "");
    assertOk(Checkup.ofKafka(config, Duration.ZERO), Check.LAG, "3 records not read");
    assertFound(
        Checkup.ofKafka(config, Duration.ofMinutes(10)),
        Check.LAG,
        Severity.warning,
        "some since more than 5 min");
    assertFound(
        Checkup.ofKafka(config, Duration.ofHours(2)),
        Check.LAG,
        Severity.problem,
        "some since more than 1 h");
  }

  /** What a job writes in transactions ends with a mark, which nobody ever reads. */
  @Test
  void marksOfTransactionsAreNoEventsThatWait() throws Exception {
    PLAN.createMissing(admin, "marks.");
    TopicPartition alerts = new TopicPartition("marks.hot-lead-alert.v1", 0);
    ByteArraySerializer bytes = new ByteArraySerializer();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrap(), "transactional.id", "another-job");
    try (KafkaProducer<byte[], byte[]> job = new KafkaProducer<>(settings, bytes, bytes)) {
      job.initTransactions();
      job.beginTransaction();
      job.send(new ProducerRecord<>(alerts.topic(), alerts.partition(), null, new byte[1]));
      job.commitTransaction();
    }
    JobConfig config = config("marks", "");
    Duration later = Duration.ofHours(2);
    commit("marks", alerts, 1);
    assertOk(
        Checkup.ofKafka(JobForm.HAND_OFF, config, later), Check.LAG, "up to 1 records not read");
    commit("marks", alerts, 0);
    assertFound(
        Checkup.ofKafka(JobForm.HAND_OFF, config, later),
        Check.LAG,
        Severity.problem,
        "some since more than 1 h");
  }

  private static void commit(String group, TopicPartition partition, long offset) throws Exception {
    admin
        .alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(offset)))
        .all()
        .get();
  }

  @Test
  void findsDeadLettersOfTheLastHour() throws Exception {
    PLAN.createMissing(admin, "dead.");
    send("dead.dead-letter.v1", 2);
    JobConfig config = config("dead", "");
    assertFound(
        Checkup.ofKafka(config, Duration.ZERO),
        Check.DEAD_LETTERS,
        Severity.warning,
        "up to 2 in dead.dead-letter.v1");
    assertOk(Checkup.ofKafka(config, Duration.ofHours(2)), Check.DEAD_LETTERS, "none in");
  }

  @Test
  void saysOfReadersOnlyWhatTheirFilesSay() throws Exception {
    PLAN.createMissing(admin, "read.");
    // A broker learns of a new topic a little later; a sender waits until it has.
    send("read.hot-lead-alert.v1", 1);
    Map<TopicPartition, OffsetAndMetadata> some =
        Map.of(new TopicPartition("read.hot-lead-alert.v1", 0), new OffsetAndMetadata(0));
    admin.alterConsumerGroupOffsets("ma-tool", some).all().get();
    JobConfig config = config("read", "");
    Path good = file("good.properties", "isolation.level=read_committed\n");
    Path bad = file("bad.properties", "group.id=ma-tool\n");
    assertNotChecked(
        Checkup.ofKafka(config, Duration.ZERO),
        Check.READERS_ISOLATION,
        "Kafka does not know how a group reads; give its properties with --reader-config."
            + " Groups that read results: ma-tool");
    assertOk(Checkup.ofKafka(config, Duration.ZERO, good), Check.READERS_ISOLATION, "ma-tool");
    assertFound(
        Checkup.ofKafka(config, Duration.ZERO, good, bad),
        Check.READERS_ISOLATION,
        Severity.problem,
        "bad.properties has isolation.level=read_uncommitted, the default");
  }

  @Test
  void saysWhatCannotBeCheckedWithoutKafka() throws Exception {
    JobConfig dead =
        JobConfig.parse("test", "kafka.bootstrap-servers: 127.0.0.1:1\nparallelism: 7\n");
    Checkup checkup = Checkup.ofKafka(dead, Duration.ZERO);
    assertFound(checkup, Check.KAFKA_REACHABLE, Severity.problem, "127.0.0.1:1");
    assertNotChecked(checkup, Check.TOPICS_MISSING, "Kafka does not answer");
    assertNotChecked(checkup, Check.PARALLELISM_PARTITIONS, "Kafka does not answer");
    assertThat(checkup.findings().values())
        .filteredOn(finding -> !finding.id().equals("config"))
        .noneMatch(finding -> finding.seen().equals("nothing looked at it"));
  }

  @Test
  void tellsItAllInOneLineOfJsonAndByTheExitCode() throws Exception {
    PLAN.createMissing(admin, "json.");
    Invocation found = doctor("--prefix", "json.");
    assertThat(found.exitCode()).as(found.err()).isEqualTo(ExitCode.USAGE);
    JsonNode report = new JsonMapper().readTree(found.out());
    assertThat(report.get("problems").asInt()).isEqualTo(1);
    assertThat(report.get("not_checked").asInt()).isPositive();
    assertThat(report.get("findings")).hasSize(Check.values().length);
    assertThat(found.out()).doesNotContain("nothing looked at it");

    publish("json.");
    Invocation fine = doctor("--prefix", "json.");
    assertThat(fine.exitCode()).as(fine.out()).isZero();
  }

  @Test
  void findsAConfigurationThatIsNotValid() throws Exception {
    Path config = file("bad.yaml", "kafka.bootstrap-servers: 'x:1'\ntransaction.timeout: 20s\n");
    Invocation run = doctor("--config", config.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    JsonNode first = new JsonMapper().readTree(run.out()).at("/findings/0");
    assertThat(first.get("id").asText()).isEqualTo("config");
    assertThat(first.get("severity").asText()).isEqualTo("problem");
    assertThat(first.get("seen").asText()).contains("transaction.timeout is shorter than");
    assertThat(first.get("fix").asText()).startsWith("Mend each place");
  }

  @Test
  void showsThePeopleWhatIsUrgentFirstWithItsFix() {
    Invocation run =
        Invocation.of(
            "doctor",
            "--plan",
            "../config/topics.yaml",
            "--prefix",
            "none.",
            "--bootstrap-server",
            broker.bootstrap());
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out())
        .startsWith("problem      topics-missing: ")
        .contains("\n             fix: leadpulse topics apply\n")
        .contains("not checked");
  }

  private static Invocation doctor(String... more) {
    List<String> words = new ArrayList<>(List.of("doctor", "--plan", "../config/topics.yaml"));
    words.addAll(List.of("--bootstrap-server", broker.bootstrap(), "--output", "json"));
    words.addAll(List.of(more));
    return Invocation.of(words.toArray(String[]::new));
  }

  /** With a group, and a prefix, of that name. */
  private static JobConfig config(String name, String more) throws Exception {
    return JobConfig.parse(
        "test",
        "kafka: {bootstrap-servers: '%s', group-id: %s}\ntopics.prefix: %s.\n"
                .formatted(broker.bootstrap(), name, name)
            + more);
  }

  private static void publish(String prefix) {
    ModelFile model =
        ModelFile.read(Path.of("../config/models/minimal.yaml"), new PrintWriter(System.err));
    new ReleasePublisher(broker.bootstrap(), prefix, Clock.systemUTC())
        .publish(model, null, Duration.ZERO);
  }

  private static void send(String topic, int count) throws Exception {
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(Map.of("bootstrap.servers", broker.bootstrap()), bytes, bytes)) {
      for (int i = 0; i < count; i++) {
        producer.send(new ProducerRecord<>(topic, 0, null, new byte[1])).get();
      }
    }
  }

  private static void set(String topic, String key, String value) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    AlterConfigOp set = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
    admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all().get();
  }

  private static void transactionVersion(int version, FeatureUpdate.UpgradeType type)
      throws Exception {
    admin
        .updateFeatures(
            Map.of("transaction.version", new FeatureUpdate((short) version, type)),
            new UpdateFeaturesOptions())
        .all()
        .get();
  }

  private static Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }
}
