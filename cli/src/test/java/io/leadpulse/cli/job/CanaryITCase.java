package io.leadpulse.cli.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.cli.LeadpulseProcess;
import io.leadpulse.cli.TestHome;
import io.leadpulse.cli.stack.FlinkRest;
import io.leadpulse.cli.stack.JobMetrics;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.DeadLetter;
import io.leadpulse.schemas.ScoringModelRelease;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets and personal data stay out of logs, answers and results. */
class CanaryITCase {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path LOGGING = Path.of("../config/flink/log4j-console.properties");

  @TempDir private Path folder;
  private TestHome home;
  private JobStack stack;
  private Canaries canaries;
  private FlinkRest rest;
  private URI address;

  @BeforeEach
  void start() throws Exception {
    home = TestHome.create(folder.resolve("home"));
    stack = JobStack.start(folder, "acme.");
    canaries = new Canaries(stack);
    try (ServerSocket free = new ServerSocket(0)) {
      address = URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
    rest = new FlinkRest(address);
    String yaml = Files.readString(Path.of("../config/models/minimal.yaml"));
    ScoringModelRelease release =
        new ScoringModelRelease("minimal", 1L, Instant.EPOCH, Instant.EPOCH, yaml, "");
    stack.send(
        Topics.SCORING_MODEL,
        "minimal@1",
        new RecordEncoder<>(Topics.SCORING_MODEL).encode(release));
  }

  @AfterEach
  void stop() {
    stack.close();
    home.close();
  }

  @Test
  void noCanaryIsSeenOutsideOfDeadLettersPayload() throws Exception {
    Path output = folder.resolve("output.txt");
    try (LeadpulseProcess run =
        LeadpulseProcess.startLogged(
            home.path(),
            logging(),
            output,
            "run",
            "lead-scoring",
            "--config",
            config().toString(),
            "--port-ui",
            Integer.toString(address.getPort()))) {
      String job = "/jobs/" + awaitJob();
      canaries.sendEngagements();
      canaries.release();
      awaitEngagements(job, 8);
      failOnce(job);
      canaries.sendAnother();
      awaitEngagements(job, 9);
      assertAnswersAreClean(job);
      run.interrupt();
      assertThat(run.awaitEnd()).isZero();
    }
    String said = Files.readString(output);
    assertThat(said).contains("ReleaseFunction", "RESTARTING", "ProducerConfig values");
    assertThat(said.lines()).as("one line per event").noneMatch(line -> line.startsWith("\tat "));
    Canaries.assertNone("the output", said);
    assertResultsAreClean();
  }

  /** The sample for clusters, with more of our own and with the clients' lists of settings. */
  private Path logging() throws Exception {
    String ours = "logger.leadpulse.level = ";
    String text = Files.readString(LOGGING);
    assertThat(text).contains(ours + "INFO", "level = WARN");
    String louder = text.replace(ours + "INFO", ours + "DEBUG").replace("= WARN", "= INFO");
    return Files.writeString(folder.resolve("log4j.properties"), louder);
  }

  private Path config() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), Canaries.PASSWORD);
    return Files.writeString(
        folder.resolve("job.yaml"),
        """
        kafka:
          bootstrap-servers: %s
          properties:
            ssl.keystore.password: ${file:%s}
            acme.password: ${file:%s}
            acme.token: %s
            sasl.jaas.config: >-
              org.apache.kafka.common.security.plain.PlainLoginModule required
              username="canary" password="%s";
        topics.prefix: acme.
        checkpoint: { interval: 500ms, dir: '%s' }
        restart: { delay: 1s }
        parallelism: 2
        """
            .formatted(
                stack.bootstrap(),
                secret,
                secret,
                Canaries.PASSWORD,
                Canaries.JAAS,
                checkpoints().toUri()));
  }

  private Path checkpoints() {
    return folder.resolve("job-checkpoints");
  }

  private String awaitJob() {
    await(
        () -> {
          JsonNode jobs = rest.get("/jobs/overview").get("jobs");
          return jobs.size() == 1 && jobs.get(0).get("state").asText().equals("RUNNING");
        });
    return rest.get("/jobs/overview").at("/jobs/0/jid").asText();
  }

  private void awaitEngagements(String job, long count) {
    JobMetrics metrics = new JobMetrics(address, job.substring("/jobs/".length()));
    await(() -> metrics.outcomes().engagements() == count);
  }

  /** Three checkpoints that cannot be written are more than the job bears. */
  private void failOnce(String job) throws Exception {
    Path aside = folder.resolve("aside");
    Files.move(checkpoints(), aside);
    Files.writeString(checkpoints(), "no folder");
    await(() -> !rest.get(job + "/exceptions").at("/exceptionHistory/entries").isEmpty());
    Files.delete(checkpoints());
    Files.move(aside, checkpoints());
  }

  private static void await(BooleanSupplier wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isTrue(wanted)) {
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  /** Flink does not answer before it has started. */
  private static boolean isTrue(BooleanSupplier wanted) {
    try {
      return wanted.getAsBoolean();
    } catch (CliException notYet) {
      return false;
    }
  }

  private void assertAnswersAreClean(String job) {
    List<String> paths =
        List.of(
            "/config",
            "/overview",
            "/jobmanager/config",
            "/jobmanager/environment",
            "/taskmanagers",
            job,
            job + "/config",
            job + "/plan",
            job + "/exceptions",
            job + "/checkpoints",
            job + "/checkpoints/config",
            job + "/jobmanager/config",
            job + "/accumulators",
            job + "/metrics");
    for (String path : paths) {
      Canaries.assertNone(path, rest.get(path).toPrettyString());
    }
    for (JsonNode vertex : rest.get(job).get("vertices")) {
      String path = job + "/vertices/" + vertex.get("id").asText();
      for (String below : List.of("", "/metrics", "/subtasks/metrics", "/accumulators")) {
        Canaries.assertNone(path + below, rest.get(path + below).toPrettyString());
      }
    }
  }

  private void assertResultsAreClean() {
    Canaries.assertNone("scores", text(Topics.LEAD_SCORE));
    Canaries.assertNone("suspects", text(Topics.SUSPECT_ENGAGEMENT));
    assertThat(stack.read(Topics.HOT_LEAD_ALERT)).isNotEmpty();
    Canaries.assertNone("alerts", text(Topics.HOT_LEAD_ALERT));
    List<TopicRecord<DeadLetter>> letters = stack.read(Topics.DEAD_LETTER);
    assertThat(letters).hasSize(6);
    assertThat(letters).anyMatch(CanaryITCase::keepsItsPayload);
    Canaries.assertNone(
        "dead letters", letters.stream().map(CanaryITCase::withoutPayload).toList().toString());
  }

  /** Keys and values of a topic. */
  private <T extends SpecificRecord> String text(Subject<T> subject) {
    StringBuilder text = new StringBuilder();
    for (TopicRecord<T> result : stack.read(subject)) {
      byte[] key = result.key();
      text.append(key == null ? "" : new String(key, StandardCharsets.UTF_8));
      text.append(' ').append(result.value()).append('\n');
    }
    return text.toString();
  }

  private static DeadLetter withoutPayload(TopicRecord<DeadLetter> letter) {
    return DeadLetter.newBuilder(letter.value()).setKey(null).setValue(null).build();
  }

  /** So the canaries did come by. */
  private static boolean keepsItsPayload(TopicRecord<DeadLetter> letter) {
    return letter.value().getValue() != null
        && StandardCharsets.UTF_8
            .decode(letter.value().getValue().duplicate())
            .toString()
            .contains("canary");
  }
}
