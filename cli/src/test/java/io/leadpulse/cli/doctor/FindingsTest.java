package io.leadpulse.cli.doctor;

import static io.leadpulse.cli.doctor.FindingAssert.assertFound;
import static io.leadpulse.cli.doctor.FindingAssert.assertNotChecked;
import static io.leadpulse.cli.doctor.FindingAssert.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.leadpulse.cli.stack.JobForm;
import io.leadpulse.cli.terminal.Spans;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.history.SchemaHistory;
import io.leadpulse.schemas.registry.RegistrySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the smaller examinations find, without a broker or a Flink. */
class FindingsTest {
  private static final long GIBIBYTE = 1L << 30;

  @TempDir private Path folder;
  private final Findings findings = new Findings();

  @Test
  void leaveNoCheckOut() {
    assertThat(findings.list()).hasSize(Check.values().length);
    assertNotChecked(checkup(), Check.LAG, "nothing looked at it");
  }

  @Test
  void giveTheReasonOfAnExaminationThatFailed() {
    Examination failing =
        new Examination() {
          @Override
          public Set<Check> checks() {
            return EnumSet.of(Check.LAG, Check.DEAD_LETTERS);
          }

          @Override
          public void examine(Findings findings) throws Exception {
            findings.ok(Check.LAG, "none");
            throw new Exception("outer", new IllegalStateException("not authorized"));
          }
        };
    Doctor.examine(List.of(failing), findings, line -> {});
    assertOk(checkup(), Check.LAG, "none");
    assertNotChecked(checkup(), Check.DEAD_LETTERS, "not authorized");
  }

  @Test
  void nameAnOldKafka() {
    BrokerSoundness.judgeVersions((short) 21, (short) 0, findings);
    assertFound(checkup(), Check.KAFKA_VERSION, Severity.warning, "metadata.version 3.9");
    assertFound(checkup(), Check.TRANSACTION_VERSION, Severity.problem, "transaction.version 0");
  }

  @Test
  void nameSubtasksWithoutWorkAndUnevenShares() {
    WorkSpread.judgePartitions(25, 24, findings);
    WorkSpread.judgeShares(11, 2_520, findings);
    assertFound(
        checkup(), Check.PARALLELISM_PARTITIONS, Severity.warning, "parallelism 25, 24 partitions");
    assertFound(checkup(), Check.MAX_PARALLELISM, Severity.warning, "parallelism 11");
  }

  @Test
  void nameReleasesThatWereRefusedOrLate() {
    new ReleasesTaken(new RecordedFlink().releases(1, 2).job()).examine(findings);
    assertFound(checkup(), Check.RELEASES_REFUSED, Severity.problem, "1 since");
    assertFound(checkup(), Check.RELEASES_LATE, Severity.warning, "2 since");
  }

  @Test
  void nameAFolderThatIsNotThereAndAFullDisk() throws Exception {
    String missing = folder.resolve("none").toUri().toString();
    new CheckpointPlace(missing, "flink.example").examine(findings);
    assertFound(checkup(), Check.CHECKPOINT_FOLDER, Severity.problem, "none is not there");
    assertFound(
        checkup(), Check.CHECKPOINT_STORAGE, Severity.warning, "and Flink is at flink.example");
    assertNotChecked(checkup(), Check.CHECKPOINT_SPACE, "is not there");
    CheckpointPlace.judgeSpace(5 * GIBIBYTE, 100 * GIBIBYTE, findings);
    assertFound(checkup(), Check.CHECKPOINT_SPACE, Severity.warning, "5.0 GiB of 100.0 GiB");
  }

  @Test
  void nameAFolderThatCannotBeWritten() throws Exception {
    Path closed = closedFolder();
    new CheckpointPlace(closed.toUri().toString(), "127.0.0.1").examine(findings);
    assertFound(
        checkup(),
        Check.CHECKPOINT_FOLDER,
        Severity.problem,
        closed + " cannot be written by this user");
  }

  /** Closed even to root, where there is such a folder. */
  private Path closedFolder() throws IOException {
    Path processes = Path.of("/proc");
    if (Files.isDirectory(processes)) {
      return processes;
    }
    Path closed = Files.createDirectory(folder.resolve("closed"));
    assertThat(closed.toFile().setWritable(false)).isTrue();
    return closed;
  }

  @Test
  void doNotPretendToSeeStorageElsewhere() throws Exception {
    new CheckpointPlace("s3://bucket/checkpoints", "flink.example").examine(findings);
    assertOk(checkup(), Check.CHECKPOINT_STORAGE, "s3://bucket/checkpoints");
    assertNotChecked(checkup(), Check.CHECKPOINT_FOLDER, "is no folder of this machine");
  }

  @Test
  void nameSchemasThatDoNotContinueTheirHistory() {
    Schema other = SchemaBuilder.record("Other").fields().requiredString("id").endRecord();
    new SchemasContinue(
            subject ->
                subject.equals(Topics.LEAD_SCORE)
                    ? history(subject, other)
                    : SchemaHistory.of(subject))
        .examine(findings);
    assertFound(
        checkup(),
        Check.SCHEMA_HISTORY,
        Severity.problem,
        "lead-score.v1: the schema in use was never released, lead-score.v1: What version 1 wrote");
  }

  @Test
  void nameARegistryThatDoesNotAnswer() {
    new SchemasRegistered(registry("http://127.0.0.1:1"), "leadpulse.").examine(findings);
    assertFound(checkup(), Check.SCHEMA_REGISTRY, Severity.problem, "127.0.0.1:1");
    new SchemasRegistered(null, "leadpulse.").examine(findings);
    assertNotChecked(checkup(), Check.SCHEMA_REGISTRY, "no schema-registry.url is configured");
  }

  @Test
  void nameTheSchemasThatARegistryLacks() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", FindingsTest::answerThatThereIsNoSuchSubject);
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort();
      new SchemasRegistered(registry(url), "leadpulse.").examine(findings);
      for (Subject<?> subject : Topics.SUBJECTS) {
        assertFound(
            checkup(), Check.SCHEMA_REGISTRY, Severity.problem, subject.registered("leadpulse."));
      }
    } finally {
      server.stop(0);
    }
  }

  private static void answerThatThereIsNoSuchSubject(HttpExchange exchange) throws IOException {
    byte[] body =
        "{\"error_code\":40401,\"message\":\"no subject\"}".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(404, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static RegistrySettings registry(String url) {
    return new RegistrySettings(List.of(url), "", "", "", "", Duration.ofMillis(2_000), false);
  }

  @Test
  void tellPrefixesThatAreTheBeginningOfAnother() {
    assertThat(
            OneJobPerGroup.clashes(
                JobForm.LEAD_SCORING.transactionPrefixes("scoring"),
                List.of(
                    "scoring-results-0-1",
                    "scoring-dead-letters-3-20",
                    "scoring-results-eu-results-0-1",
                    "scoring-eu-results-0-1",
                    "other-0-1",
                    "scoring-0-1",
                    "scoring")))
        .containsExactly("scoring", "scoring-results-eu-results");
  }

  @Test
  void showLengthsOfTimeInTwoUnits() {
    assertThat(List.of(Spans.of(999), Spans.of(61_000), Spans.of(3_600_000), Spans.of(90_000_000)))
        .containsExactly("999 ms", "1 min 1 s", "1 h", "1 d 1 h");
  }

  private static SchemaHistory history(Subject<?> subject, Schema newest) {
    return new SchemaHistory(subject.name(), List.of(SchemaHistory.of(subject).newest(), newest));
  }

  private Checkup checkup() {
    return Checkup.of(findings);
  }
}
