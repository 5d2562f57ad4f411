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
import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.AccountLead;
import io.leadpulse.schemas.AccountScore;
import io.leadpulse.schemas.AccountScoreKey;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.FunnelStats;
import io.leadpulse.schemas.FunnelStatsKey;
import io.leadpulse.schemas.HandOff;
import io.leadpulse.schemas.HandOffKind;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.SalesActivityReason;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.SuspectEngagement;
import io.leadpulse.schemas.Tier;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
      handOff(producer, HandOffKind.RELEASED, "lead-7", 0);
      handOff(producer, HandOffKind.RELEASED, "lead-7", 0);
      handOff(producer, HandOffKind.RELEASED, "lead-8", 1);
      handOff(producer, HandOffKind.WARNED, "lead-8", 2);
      send(producer, Topics.HAND_OFF, closed("lead-7"));
      funnel(producer, Samples.hotLeads().setReleased(1).build());
      funnel(producer, Samples.hotLeads().build());
      funnel(producer, Samples.activity().build());
      funnel(producer, Samples.funnel("signal", "pricing-page").setReleased(9).build());
      funnel(producer, Samples.hotLeads().setTeam("field").setMonth("2025-12").build());
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
  void listHandOffsOnce() {
    assertThat(run("handoffs", "--output", "json").out())
        .startsWith("{\"messageId\":\"lead-7:RELEASED")
        .hasLineCount(4);
    assertThat(run("handoffs", "--kind", "RELEASED", "--lead", "lead-8", "--lang", "en").out())
        .contains("released", "株式会社")
        .hasLineCount(2);
    assertThat(run("handoffs", "--team", "nobody", "--output", "json").out()).isEmpty();
  }

  @Test
  void listHandOffsThatAreOpen() {
    assertThat(run("handoffs", "--open", "--output", "json").out())
        .contains("\"kind\":\"WARNED\"", "\"leadId\":\"lead-8\"")
        .hasLineCount(1);
  }

  private static void handOff(
      KafkaProducer<byte[], byte[]> producer, HandOffKind kind, String leadId, int hours) {
    send(producer, Topics.HAND_OFF, Samples.handOff(kind, leadId, hoursAfterNoon(hours)).build());
  }

  private static HandOff closed(String leadId) {
    return Samples.handOff(HandOffKind.MOVED, leadId, hoursAfterNoon(3)).setClosed(true).build();
  }

  private static Instant hoursAfterNoon(int hours) {
    return Samples.NOON.plus(Duration.ofHours(hours));
  }

  @Test
  void showTheNewestNumbersOfEachMonth() {
    Invocation run = run("funnel", "--lang", "en");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().filter(line -> line.startsWith("Team")))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("Team inside, 2026-01: "),
            line -> assertThat(line).startsWith("Team field, 2025-12: "));
    assertThat(run.out()).contains("  released      96  80 % of hot ", "orders: 2, where");
    assertThat(run("funnel", "--month", "2025-12", "--output", "json").out())
        .startsWith("{\"team\":\"field\"")
        .hasLineCount(1);
    assertThat(run("funnel", "--team", "inside", "--output", "json").out()).hasLineCount(2);
    assertThat(run("funnel", "--by", "signal").out()).contains("pricing-page");
  }

  @Test
  void sayThatThereAreNoNumbers() {
    Invocation run = run("funnel", "--month", "1999-01");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("no such numbers yet");
    assertThat(run("funnel", "--month", "January").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run("funnel", "--by", "weather").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  private static void funnel(KafkaProducer<byte[], byte[]> producer, FunnelStats row) {
    FunnelStatsKey key =
        new FunnelStatsKey(
            row.getTeam(),
            row.getMonth(),
            row.getScorecard(),
            row.getModelVersion(),
            row.getDimension(),
            row.getValue());
    send(
        producer,
        Topics.FUNNEL_STATS,
        new RecordEncoder<>(Topics.FUNNEL_STATS_KEY).encode(key),
        new RecordEncoder<>(Topics.FUNNEL_STATS).encode(row));
  }

  @Test
  void reportWhatSalesDid() throws Exception {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Invocation accepted =
        run("handoffs", "accept", "lead-8", "lead-9", "lead-8", "--owner", "sato");
    assertThat(accepted.exitCode()).isZero();
    assertThat(accepted.out())
        .startsWith("lead-8: accepted at ")
        .contains("lead-9: accepted at ")
        .hasLineCount(2);
    String[] words = {
      "handoffs",
      "reject",
      "lead-9",
      "--reason",
      "no-budget",
      "--team",
      "inside",
      "--stage",
      "ISAL",
      "--at",
      "2026-01-22T12:00:00+09:00",
      "--output",
      "json"
    };
    JsonNode said = new JsonMapper().readTree(run(words).out());
    assertThat(said.get("report").asText()).isEqualTo("rejected");
    List<TopicRecord<SalesActivity>> records = new ArrayList<>();
    try (TopicReader<SalesActivity> reader =
        new TopicReader<>(
            broker.bootstrap(), PREFIX, Topics.SALES_ACTIVITY, Limits.EVENT, notice -> {})) {
      reader.readToEnd(records::add);
    }
    assertThat(records)
        .hasSize(3)
        .allSatisfy(
            record ->
                assertThat(new String(record.key(), StandardCharsets.UTF_8))
                    .isEqualTo(record.value().getLeadId()));
    List<SalesActivity> sent = records.stream().map(TopicRecord::value).toList();
    assertThat(sent).extracting(SalesActivity::getEventId).doesNotHaveDuplicates();
    assertThat(sent)
        .filteredOn(activity -> activity.getKind() == SalesActivityKind.ACCEPTED)
        .allSatisfy(
            activity -> {
              assertThat(activity.getOccurredAt()).isBetween(before, Instant.now());
              assertThat(activity.getOwner()).isEqualTo("sato");
            })
        .extracting(SalesActivity::getLeadId)
        .containsExactlyInAnyOrder("lead-8", "lead-9");
    assertThat(sent)
        .contains(
            SalesActivity.newBuilder()
                .setEventId(said.get("event_id").asText())
                .setOccurredAt(Samples.NOON)
                .setLeadId("lead-9")
                .setKind(SalesActivityKind.REJECTED)
                .setReason(SalesActivityReason.NO_BUDGET)
                .setTeam("inside")
                .setStage("ISAL")
                .build());
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
