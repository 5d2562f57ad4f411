package io.leadpulse.cli.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.cli.Invocation;
import io.leadpulse.cli.stack.EmbeddedBroker;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.schemas.AccountLead;
import io.leadpulse.schemas.AccountScore;
import io.leadpulse.schemas.AccountScoreKey;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.SuspectEngagement;
import io.leadpulse.schemas.Tier;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCommandsITCase {
  private static final String PREFIX = "leadpulse.";

  @TempDir private static Path folder;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void writeWhatAJobWouldHaveWritten() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("kafka"));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      TopicPlan.read(new Home(Path.of(".."))).createMissing(admin, PREFIX);
    }
    try (KafkaProducer<byte[], byte[]> producer = producer("job")) {
      producer.initTransactions();
      producer.beginTransaction();
      score(producer, "lead-7", Samples.hot("lead-7"));
      score(producer, "lead-8", Samples.score("lead-8", 99_000).build());
      score(producer, "lead-9", Samples.score("lead-9", 5_000).build());
      score(producer, "lead-8", null);
      send(producer, Topics.LEAD_SCORE, Samples.key("x"), new byte[] {(byte) 0xC3, 1, 2});
      send(
          producer,
          Topics.HOT_LEAD_ALERT,
          Samples.alert(AlertType.RAISED, "lead-7", Samples.NOON).build());
      account(producer, "hikari", 120_000);
      account(producer, "midori", 150_000);
      account(producer, "aoi", 99_000);
      byte[] gone = new RecordEncoder<>(Topics.ACCOUNT_SCORE_KEY).encode(accountKey("aoi"));
      send(producer, Topics.ACCOUNT_SCORE, gone, null);
      send(producer, Topics.SCORING_MODEL, Samples.release());
      send(producer, Topics.SUSPECT_ENGAGEMENT, suspect());
      producer.commitTransaction();
      producer.beginTransaction();
      score(producer, "lead-7", Samples.score("lead-7", 1).build());
      score(producer, "never", Samples.score("never", 200_000).build());
      // Else they would never leave the producer.
      producer.flush();
      producer.abortTransaction();
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void showCommittedRowsOnly() throws Exception {
    Invocation run = run("scores", "--output", "json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().map(ReadCommandsITCase::leadId))
        .startsWith("lead-7", "lead-9")
        .doesNotContain("lead-8", "never");
    assertThat(run.err())
        .startsWith("leadpulse.lead-score.v1: partition ")
        .contains(" cannot be read and is left out: TRUNCATED")
        .hasLineCount(1);
  }

  @Test
  void stopAtAnOpenTransactionAndDoNotWaitForIt() throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer("open")) {
      producer.initTransactions();
      producer.beginTransaction();
      score(producer, "open", Samples.score("open", 1).build());
      producer.flush();
      assertThat(run("scores", "--lead", "open").out()).hasLineCount(1);
      producer.commitTransaction();
    }
    assertThat(run("scores", "--lead", "open").out()).hasLineCount(2);
  }

  @Test
  void showLabelsOfTheModelThatJudged() {
    Invocation run = run("scores", "--tier", "HOT", "--lang", "ja");
    assertThat(run.out()).contains("資料請求").doesNotContain("lead-9");
  }

  @Test
  void listCompaniesTheHighestFirst() {
    Invocation run = run("accounts", "--output", "json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().map(line -> line.replaceAll(".*accountId\":\"(\\w+).*", "$1")))
        .containsExactly("midori", "hikari");
    assertThat(run("accounts", "--tier", "HOT", "--lang", "ja").out())
        .contains("midori", "150", "lead-7")
        .doesNotContain("hikari");
    assertThat(run("accounts", "--account", "nobody").exitCode()).isZero();
  }

  private static void account(KafkaProducer<byte[], byte[]> producer, String id, long score) {
    AccountScore row =
        AccountScore.newBuilder()
            .setAccountId(id)
            .setScorecard("new-business")
            .setTier(score > 140_000 ? Tier.HOT : Tier.WARM)
            .setScoreMilli(score)
            .setPersons(2)
            .setLeads(List.of(new AccountLead("lead-7", 100_000L)))
            .setAsOf(Samples.NOON)
            .build();
    send(
        producer,
        Topics.ACCOUNT_SCORE,
        new RecordEncoder<>(Topics.ACCOUNT_SCORE_KEY).encode(accountKey(id)),
        new RecordEncoder<>(Topics.ACCOUNT_SCORE).encode(row));
  }

  private static AccountScoreKey accountKey(String id) {
    return new AccountScoreKey(id, "new-business");
  }

  @Test
  void listAlerts() {
    Invocation run = run("alerts", "--type", "RAISED,COOLED", "--output", "json");
    assertThat(run.out()).startsWith("{\"alertId\":\"0123").hasLineCount(1);
    assertThat(run("alerts", "--type", "COOLED", "--lang", "en").out()).hasLineCount(1);
  }

  @Test
  void explainALead() throws Exception {
    JsonNode json =
        new JsonMapper().readTree(run("explain", "--lead", "lead-7", "--output", "json").out());
    JsonNode score = json.get("scores").get(0);
    assertThat(score.get("totalMilli")).isEqualTo(score.get("intentMilli"));
    assertThat(score.get("thresholds").get("hotEnterMilli").asLong()).isEqualTo(100_000);
    assertThat(json.get("machineReasons").get("bot-click").asInt()).isEqualTo(1);
    assertThat(run("explain", "--lead", "lead-7", "--lang", "en").out())
        .contains("Document request", "Machine-made events, worth nothing: 1");
  }

  @Test
  void sayThatALeadIsUnknown() {
    Invocation run = run("explain", "--lead", "nobody");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("leadpulse: no score, alert or suspect event of the lead nobody");
  }

  @Test
  void refuseALimitOfNothing() {
    assertThat(run("scores", "--limit", "0").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run("alerts", "--type", "LUKEWARM").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void handOverWhatComesUntilStopped() throws Exception {
    List<String> leads = new ArrayList<>();
    try (TopicReader<LeadScore> reader = reader(PREFIX);
        KafkaProducer<byte[], byte[]> producer = producer("late")) {
      reader.readToEnd(message -> {});
      assertThat(reader.unreadable()).isEqualTo(1);
      producer.initTransactions();
      producer.beginTransaction();
      score(producer, "late", Samples.score("late", 1).build());
      producer.commitTransaction();
      reader.follow(
          message -> {
            leads.add(message.value() == null ? "" : message.value().getLeadId());
            if (leads.contains("late")) {
              reader.stop();
            }
          });
      reader.readToEnd(message -> leads.add("after the end"));
    }
    assertThat(leads).last().isEqualTo("late");
  }

  @Test
  void sayThatTheTopicIsMissing() {
    assertThatThrownBy(() -> reader("other."))
        .hasMessageContaining("has no topic other.lead-score.v1");
  }

  private static Invocation run(String... arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.addAll(List.of("--bootstrap-server", broker.bootstrap()));
    return Invocation.of(words.toArray(String[]::new));
  }

  private static TopicReader<LeadScore> reader(String prefix) {
    return new TopicReader<>(
        broker.bootstrap(), prefix, Topics.LEAD_SCORE, Limits.RESULT, notice -> {});
  }

  private static String leadId(String json) {
    return json.replaceFirst("^\\{\"leadId\":\"([^\"]+)\".*", "$1");
  }

  private static SuspectEngagement suspect() {
    return SuspectEngagement.newBuilder()
        .setLeadId("lead-7")
        .setSourceTopic("leadpulse.email-engagement.v1")
        .setPartition(0)
        .setOffset(1)
        .setEventId("e9")
        .setOccurredAt(Samples.NOON)
        .setRecordedAt(Samples.NOON)
        .setKind("click")
        .setReasons(List.of("bot-click"))
        .build();
  }

  private static KafkaProducer<byte[], byte[]> producer(String transactionalId) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrap(), "transactional.id", transactionalId),
        bytes,
        bytes);
  }

  private static void score(
      KafkaProducer<byte[], byte[]> producer, String leadId, @Nullable LeadScore row) {
    byte[] value = row == null ? null : new RecordEncoder<>(Topics.LEAD_SCORE).encode(row);
    send(producer, Topics.LEAD_SCORE, Samples.key(leadId), value);
  }

  private static <T extends SpecificRecord> void send(
      KafkaProducer<byte[], byte[]> producer, Subject<T> subject, T value) {
    byte[] key = "key".getBytes(StandardCharsets.UTF_8);
    send(producer, subject, key, new RecordEncoder<>(subject).encode(value));
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer,
      Subject<?> subject,
      byte[] key,
      byte @Nullable [] value) {
    producer.send(new ProducerRecord<>(subject.topic(PREFIX), key, value));
  }
}
