package io.leadpulse.cli.erase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.cli.Invocation;
import io.leadpulse.cli.job.JobStack;
import io.leadpulse.cli.stack.FlinkRest;
import io.leadpulse.cli.stack.JobForm;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.topic.TopicLog;
import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.IdentityChange;
import io.leadpulse.schemas.IdentityChangeKind;
import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.ProfileSnapshot;
import io.leadpulse.schemas.ScoringModelRelease;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Tier;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test has leads of its own. */
class EraseITCase {
  private static final String PREFIX = "erase.";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private static Path folder;
  private static JobStack stack;
  private static KafkaProducer<byte[], byte[]> producer;

  @BeforeAll
  static void start() throws Exception {
    stack = JobStack.start(folder, PREFIX);
    ByteArraySerializer bytes = new ByteArraySerializer();
    producer = new KafkaProducer<>(Map.of("bootstrap.servers", stack.bootstrap()), bytes, bytes);
    // There has been a hand-off once, so its state is to be searched too.
    send(Topics.HAND_OFF, utf8("anybody"), new byte[1]);
  }

  @AfterAll
  static void stop() {
    producer.close();
    stack.close();
  }

  @Test
  void asksForEachLeadOnceAndShowsItBeforehand() throws Exception {
    JsonNode shown = json(run("--lead", "ask-1", "--dry-run"), ExitCode.OK);
    assertThat(shown.get("published").asBoolean()).isFalse();
    assertThat(shown.at("/requests/0/lead_id").asText()).isEqualTo("ask-1");
    assertThat(requests()).isEmpty();

    JsonNode asked =
        json(run("--lead", "ask-1", "--lead", "ask-2", "--lead", "ask-1", "--yes"), ExitCode.OK);
    assertThat(asked.get("topic").asText()).isEqualTo("erase.identity.v1");
    assertThat(asked.get("gone").isNull()).isTrue();
    assertThat(requests())
        .extracting(IdentityChange::getLeadId)
        .containsExactlyInAnyOrder("ask-1", "ask-2");
    assertThat(requests())
        .allSatisfy(
            request -> {
              assertThat(request.getKind()).isEqualTo(IdentityChangeKind.ERASE);
              assertThat(request.getEventId())
                  .isEqualTo(
                      "erase-%d-%s"
                          .formatted(request.getOccurredAt().toEpochMilli(), request.getLeadId()));
            });
  }

  @Test
  void saysThatRowsAreStillThereWhenNobodyTakesThemBack() throws Exception {
    row("stays", new byte[1]);
    Invocation run = text("--lead", "stays", "--yes", "--wait", "1ms");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.out()).contains("its rows are still there: see whether the job runs");
    row("stays", null);
    JsonNode gone = json(run("--lead", "stays", "--yes", "--wait", "1s"), ExitCode.OK);
    assertThat(gone.get("gone").asBoolean()).isTrue();
  }

  @Test
  void waitsFromLookToLookAndNoLongerThanItMay() throws Exception {
    row("waits", new byte[1]);
    AtomicLong now = new AtomicLong();
    List<String> told = new ArrayList<>();
    assertThat(gone(now, told, () -> now.addAndGet(1_000_000_000))).isFalse();
    assertThat(now.get()).isEqualTo(3_000_000_000L);
    assertThat(told).containsExactly("waiting for rows to be taken back: 1");
    assertThat(gone(now, told, () -> row("waits", null))).isTrue();
  }

  private static boolean gone(AtomicLong now, List<String> told, Runnable pause) {
    Properties client = new Properties();
    client.setProperty("bootstrap.servers", stack.bootstrap());
    String topic = Topics.LEAD_SCORE.topic(PREFIX);
    try (TopicLog scores = new TopicLog(client, topic, IsolationLevel.READ_COMMITTED, told::add)) {
      StandingRows rows = new StandingRows(List.of("waits"), RecordFormat.singleObject());
      return new RowsGone(scores, rows, now::get, pause, told::add).within(Duration.ofSeconds(3));
    }
  }

  @Test
  void findsALeadInEveryTopicAndNoOtherOne() throws Exception {
    for (Subject<?> subject : Topics.SUBJECTS) {
      send(subject, utf8("found"), new byte[] {1, 2, 3});
    }
    row("found", null);
    send(Topics.IDENTITY, "other", merge("other", "found"));

    JsonNode found = json(run("--verify", "--lead", "found", "--lead", "foun"), ExitCode.USAGE);
    JsonNode places = found.at("/leads/0/places");
    long topics = Topics.SUBJECTS.stream().map(subject -> subject.topic("")).distinct().count();
    assertThat(places).hasSize((int) topics + JobForm.values().length);
    for (JsonNode place : places) {
      boolean topic = !place.get("kind").asText().equals("state");
      assertThat(place.get("searched").asBoolean()).as("%s", place).isEqualTo(topic);
      assertThat(place.get("records").asInt() > 0).as("%s", place).isEqualTo(topic);
    }
    assertThat(place(places, "identity.v1").get("records").asInt()).isEqualTo(2);
    assertThat(place(places, "identity.v1").get("kind").asText()).isEqualTo("input");
    assertThat(place(places, "lead-score.v1").get("tombstones").asInt()).isEqualTo(1);
    assertThat(found.at("/leads/1/left").asInt()).isZero();
    assertThat(found.at("/leads/1/not_searched").asInt()).isEqualTo(JobForm.values().length);
  }

  @Test
  void findsWhatWasNeverCommitted() throws Exception {
    ByteArraySerializer bytes = new ByteArraySerializer();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", stack.bootstrap(), "transactional.id", "aborts");
    try (KafkaProducer<byte[], byte[]> aborts = new KafkaProducer<>(settings, bytes, bytes)) {
      aborts.initTransactions();
      aborts.beginTransaction();
      String topic = Topics.HOT_LEAD_ALERT.topic(PREFIX);
      aborts.send(new ProducerRecord<>(topic, utf8("aborted"), new byte[1])).get();
      aborts.abortTransaction();
    }
    JsonNode found = json(run("--verify", "--derived", "--lead", "aborted"), ExitCode.USAGE);
    assertThat(place(found.at("/leads/0/places"), "hot-lead-alert.v1").get("records").asInt())
        .isOne();
  }

  @Test
  void leavesOutWhatOthersWroteAndIsNotSureOfWhatItDidNotSearch() throws Exception {
    send(Topics.WEB_ACCESS, utf8("inputs-only"), new byte[] {1});
    Invocation all = text("--verify", "--lead", "inputs-only");
    assertThat(all.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(all.out())
        .containsPattern("erase\\.web-access\\.v1 +1 .*input: kept 200 d, in segments of 7 d")
        .contains("not searched: give --flink HOST:PORT");
    Invocation derived = text("--verify", "--derived", "--lead", "inputs-only");
    assertThat(derived.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(derived.out())
        .doesNotContain("web-access")
        .contains("hand-off checkpoint")
        .endsWith("nothing is left of inputs-only that were searched; 2 were not\n");
    Invocation missing = text("--verify", "--prefix", "none.", "--lead", "inputs-only");
    assertThat(missing.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(missing.out()).contains("not searched: Kafka has no such topic");
  }

  @Test
  void findsALeadInTheNewestCheckpointOfTheJob() throws Exception {
    String yaml = Files.readString(Path.of("../config/models/minimal.yaml"));
    send(
        Topics.SCORING_MODEL,
        "minimal@1",
        new ScoringModelRelease("minimal", 1L, Instant.EPOCH, Instant.EPOCH, yaml, ""));
    send(Topics.WEB_ACCESS, "alone", view("alone", null));
    send(Topics.WEB_ACCESS, "linked", view("linked", "visitor-1"));
    JobID job = stack.run("parallelism: 1", null);
    stack.await(job, totals -> totals.engagements("applied") == 2);
    awaitCheckpoint();

    JsonNode found =
        json(
            run(
                "--verify",
                "--derived",
                "--flink",
                stack.rest().toString(),
                "--lead",
                "alone",
                "--lead",
                "linked",
                "--lead",
                "alon"),
            ExitCode.USAGE);
    assertThat(state(found, 0).get("note").asText()).isEqualTo("the job knows it: leadpulse erase");
    assertThat(state(found, 0).get("records").asInt()).isPositive();
    assertThat(state(found, 1).get("records").asInt())
        .as("of its visitor too")
        .isGreaterThan(state(found, 0).get("records").asInt());
    assertThat(state(found, 2).get("records").asInt()).isZero();
    assertThat(state(found, 2).get("note").asText()).startsWith("of the ones before, Flink keeps");
    String savepoint = stack.stop(job);
    JsonNode saved =
        json(
            run("--verify", "--derived", "--state", savepoint, "--lead", "linked"), ExitCode.USAGE);
    assertThat(state(saved, 0).get("place").asText()).isEqualTo(savepoint);
    assertThat(state(saved, 0).get("records").asInt()).as("lead, timer, visitor").isEqualTo(3);
  }

  @Test
  void whomSalesHasIsForgottenThereToo() throws Exception {
    JobID job = stack.runHandOff(Path.of("../config/teams/two-teams.yaml"));
    send(Topics.HOT_LEAD_ALERT, "sold", alert("sold"));
    awaitInHandOff("sold", entries -> entries > 0);
    assertThat(text("--lead", "sold", "--yes").exitCode()).isEqualTo(ExitCode.OK);
    awaitInHandOff("sold", entries -> entries == 0);
    stack.stop(job);
  }

  /** Waits for a checkpoint of the hand-off with so many entries about a lead. */
  private static void awaitInHandOff(String lead, LongPredicate wanted) throws Exception {
    String flink = stack.rest().toString();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Invocation run =
          run("--verify", "--derived", "--flink", flink, "--lead", lead, "--lead", "nobody");
      for (JsonNode place : new JsonMapper().readTree(run.out()).at("/leads/0/places")) {
        boolean isState = place.get("place").asText().matches("hand-off checkpoint \\d+");
        if (isState && wanted.test(place.get("records").asLong())) {
          return;
        }
      }
      assertThat(System.nanoTime()).as(run.out()).isLessThan(end);
    }
  }

  private static void awaitCheckpoint() {
    FlinkRest rest = new FlinkRest(stack.rest());
    Instant since = newest(rest).olderGoneBy();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!newest(rest).olderGoneBy().isAfter(since.plusSeconds(1))) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private static Checkpoint newest(FlinkRest rest) {
    return Checkpoint.newest(rest::get, JobForm.LEAD_SCORING);
  }

  private static JsonNode state(JsonNode found, int lead) {
    for (JsonNode place : found.at("/leads/" + lead + "/places")) {
      if (place.get("kind").asText().equals("state")) {
        assertThat(place.get("searched").asBoolean()).as("%s", place).isTrue();
        return place;
      }
    }
    throw new AssertionError(found);
  }

  private static JsonNode place(JsonNode places, String topic) {
    for (JsonNode place : places) {
      if (place.get("place").asText().equals(PREFIX + topic)) {
        return place;
      }
    }
    throw new AssertionError(topic);
  }

  private static WebAccess view(String lead, @Nullable String visitor) {
    return WebAccess.newBuilder()
        .setEventId("view-" + lead)
        .setOccurredAt(Instant.now())
        .setLeadId(lead)
        .setVisitorId(visitor)
        .setKind(WebAccessKind.PAGE_VIEW)
        .setPath("/pricing/basic")
        .build();
  }

  private static HotLeadAlert alert(String lead) {
    return HotLeadAlert.newBuilder()
        .setAlertId("alert-of-somebody")
        .setMessageId("alert-of-somebody")
        .setType(AlertType.RAISED)
        .setLeadId(lead)
        .setScorecard("default")
        .setOccurredAt(Instant.now())
        .setProfile(new ProfileSnapshot("", "", "", "", "JP", "", 10, "", ""))
        .setIntentMilli(61_500)
        .setTier(Tier.HOT)
        .build();
  }

  private static IdentityChange merge(String lead, String into) {
    return IdentityChange.newBuilder()
        .setEventId("merge-" + lead)
        .setOccurredAt(Instant.now())
        .setKind(IdentityChangeKind.MERGE)
        .setLeadId(lead)
        .setIntoLeadId(into)
        .build();
  }

  private static List<IdentityChange> requests() {
    List<IdentityChange> requests = new ArrayList<>();
    try (TopicReader<IdentityChange> reader =
        new TopicReader<>(stack.bootstrap(), PREFIX, Topics.IDENTITY, Limits.EVENT, notice -> {})) {
      reader.readToEnd(
          message ->
              message.ifValue(
                  change -> {
                    if (change.getLeadId().startsWith("ask-")) {
                      requests.add(change);
                    }
                  }));
    }
    return requests;
  }

  private static void row(String lead, byte @Nullable [] value) {
    LeadScoreKey key = new LeadScoreKey(lead, "card");
    send(Topics.LEAD_SCORE, new RecordEncoder<>(Topics.LEAD_SCORE_KEY).encode(key), value);
  }

  private static <T extends SpecificRecord> void send(Subject<T> subject, String key, T value) {
    send(subject, utf8(key), new RecordEncoder<>(subject).encode(value));
  }

  private static void send(Subject<?> subject, byte[] key, byte @Nullable [] value) {
    try {
      producer.send(new ProducerRecord<>(subject.topic(PREFIX), key, value)).get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Invocation run(String... options) {
    List<String> words = new ArrayList<>(List.of(options));
    words.addAll(List.of("--output", "json"));
    return text(words.toArray(String[]::new));
  }

  private static Invocation text(String... options) {
    List<String> words = new ArrayList<>(List.of("erase"));
    words.addAll(List.of("--bootstrap-server", stack.bootstrap()));
    if (!List.of(options).contains("--prefix")) {
      words.addAll(List.of("--prefix", PREFIX));
    }
    words.addAll(List.of(options));
    return Invocation.of(words.toArray(String[]::new));
  }

  private static JsonNode json(Invocation run, int exitCode) throws Exception {
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    return new JsonMapper().readTree(run.out());
  }
}
