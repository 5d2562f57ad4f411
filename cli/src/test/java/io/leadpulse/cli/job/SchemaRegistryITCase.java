package io.leadpulse.cli.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadpulse.cli.Invocation;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.DeadLetter;
import io.leadpulse.schemas.DeadLetterCause;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.ScoringModelRelease;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.history.SchemaHistory;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.registry.RegistryException;
import io.leadpulse.schemas.registry.RegistrySettings;
import io.leadpulse.schemas.wire.ConfluentFraming;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job and the command with a real schema registry, and without it once it is killed. */
class SchemaRegistryITCase {
  private static final Path MODEL = Path.of("../config/models/minimal.yaml");
  private static final String PREFIX = "acme.";
  private static final String SUBJECT = Topics.WEB_ACCESS.registered(PREFIX);
  private static final Schema NEWEST = SchemaHistory.of(Topics.WEB_ACCESS).newest();
  private static final int SINGLE_OBJECT_HEADER = 10;

  @TempDir private Path folder;
  private ApicurioRegistry registry;
  private JobStack stack;

  @BeforeEach
  void start() throws Exception {
    registry = ApicurioRegistry.start(folder);
    stack = JobStack.start(folder, PREFIX);
  }

  @AfterEach
  void stop() throws Exception {
    if (stack != null) {
      stack.close();
    }
    if (registry != null) {
      registry.close();
    }
  }

  @Test
  void recordsOfAllVersionsAreReadAndTheJobOutlivesItsRegistry() throws Exception {
    assertThatThrownBy(() -> stack.run(settings(), null))
        .isInstanceOf(RegistryException.class)
        .hasMessageContainingAll("acme.lead-score.v1-key", "leadpulse schemas register");
    registerTheContracts();
    int older = registry.register(SUBJECT, without("ownStaff"));
    RecordFormat format = open();
    publish(format);

    JobID job = stack.run(settings(), null);
    int newer = registry.register(SUBJECT, withField("intent"));
    int late = registry.register(SUBJECT, withField("mood"));
    int foreign = registry.register("other-value", lead("io.elsewhere"));
    stack.send(
        Topics.WEB_ACCESS, "lead-1", format.encoder(Topics.WEB_ACCESS).encode(access("e-1")));
    stack.send(Topics.WEB_ACCESS, "lead-1", single("e-2"));
    stack.send(Topics.WEB_ACCESS, "lead-1", body(older, "e-3", -1));
    stack.send(Topics.WEB_ACCESS, "lead-1", body(newer, "e-4", 2));
    stack.send(Topics.WEB_ACCESS, "lead-1", body(123_456, "e-5", 0));
    stack.send(Topics.WEB_ACCESS, "lead-1", body(foreign, "e-6", 0));
    stack.await(
        job, seen -> seen.engagements("applied") == 4 && seen.engagements("dead-lettered") == 2);

    registry.kill();
    stack.send(Topics.WEB_ACCESS, "lead-1", body(late, "e-7", 2));
    stack.send(Topics.WEB_ACCESS, "lead-1", body(newer, "e-8", 2));
    stack.send(Topics.WEB_ACCESS, "lead-1", body(older, "e-9", -1));
    stack.send(Topics.WEB_ACCESS, "lead-1", body(late, "e-10", 2));
    stack.await(
        job, seen -> seen.engagements("applied") == 6 && seen.engagements("dead-lettered") == 4);
    stack.stop(job);

    assertWrittenWithIds(format);
    assertThatThrownBy(() -> stack.run(settings(), null))
        .isInstanceOf(RegistryException.class)
        .hasMessageContainingAll("does not answer", "fix:");
  }

  private void registerTheContracts() {
    String[] words = {
      "schemas", "register", "--schema-registry", registry.url(), "--prefix", PREFIX
    };
    Invocation dry = Invocation.of(with(words, "--dry-run"));
    assertThat(dry.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(dry.out()).contains(SUBJECT + ": to register");
    int subjects = Topics.SUBJECTS.size();
    Invocation done = Invocation.of(with(words, "--output", "json"));
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.out())
        .startsWith(
            "{\"prefix\":\"acme.\",\"subjects\":%d,\"changed\":%d,".formatted(subjects, subjects));
    Invocation again = Invocation.of(with(words, "--dry-run"));
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains(subjects + " subjects, 0 to register");
  }

  private void assertWrittenWithIds(RecordFormat format) {
    List<TopicRecord<LeadScore>> scores = stack.read(Topics.LEAD_SCORE, format);
    TopicRecord<LeadScore> last = scores.get(scores.size() - 1);
    assertThat(last.value().getLeadId()).isEqualTo("lead-1");
    assertThat(last.key()).startsWith(0);
    assertThat(format.decoder(Topics.LEAD_SCORE_KEY, Limits.RESULT).decode(last.key()))
        .isEqualTo(new Decoded.Value<>(new LeadScoreKey("lead-1", last.value().getScorecard())));
    assertThat(stack.read(Topics.HOT_LEAD_ALERT, format))
        .extracting(TopicRecord::value)
        .extracting(HotLeadAlert::getLeadId)
        .containsOnly("lead-1");
    assertThat(stack.read(Topics.DEAD_LETTER, format))
        .extracting(TopicRecord::value)
        .extracting(DeadLetter::getCause)
        .containsExactlyInAnyOrder(
            DeadLetterCause.UNKNOWN_SCHEMA,
            DeadLetterCause.INCOMPATIBLE_SCHEMA,
            DeadLetterCause.SCHEMA_UNAVAILABLE,
            DeadLetterCause.SCHEMA_UNAVAILABLE);
  }

  private String settings() {
    return """
        parallelism: 1
        wire-format: confluent
        schema-registry: { url: '%s', timeout: 2s }
        """
        .formatted(registry.url());
  }

  private RecordFormat open() throws RegistryException {
    RegistrySettings settings =
        new RegistrySettings(List.of(registry.url()), "", "", "", "", Duration.ofSeconds(5), false);
    List<Subject<?>> all = Topics.SUBJECTS;
    return RecordFormat.open(settings, PREFIX, all, all);
  }

  private void publish(RecordFormat format) throws Exception {
    ScoringModelRelease release =
        new ScoringModelRelease(
            "minimal", 1L, Instant.EPOCH, Instant.EPOCH, Files.readString(MODEL), "");
    stack.send(
        Topics.SCORING_MODEL, "minimal@1", format.encoder(Topics.SCORING_MODEL).encode(release));
  }

  private static WebAccess access(String eventId) {
    return WebAccess.newBuilder()
        .setEventId(eventId)
        .setLeadId("lead-1")
        .setOccurredAt(Instant.now())
        .setKind(WebAccessKind.FORM_SUBMIT)
        .setFormId("contact")
        .build();
  }

  private static byte[] single(String eventId) {
    return new RecordEncoder<>(Topics.WEB_ACCESS).encode(access(eventId));
  }

  /**
   * An access under another version's id.
   *
   * @param more bytes of that version's last fields; -1 for one less, which is a default
   */
  private static byte[] body(int id, String eventId, int more) {
    byte[] single = single(eventId);
    byte[] body =
        Arrays.copyOfRange(single, SINGLE_OBJECT_HEADER, single.length + Math.min(0, more));
    ByteBuffer record = ByteBuffer.allocate(5 + body.length + Math.max(0, more));
    record.put(ConfluentFraming.header(id)).put(body);
    if (more > 0) {
      record.put((byte) 2).put((byte) 'x');
    }
    return record.array();
  }

  private static String withField(String name) {
    String text = NEWEST.toString();
    int end = text.lastIndexOf(']');
    return text.substring(0, end)
        + ",{\"name\":\"%s\",\"type\":\"string\",\"default\":\"\"}".formatted(name)
        + text.substring(end);
  }

  private static String without(String field) {
    return Schema.createRecord(
            NEWEST.getName(),
            NEWEST.getDoc(),
            NEWEST.getNamespace(),
            false,
            NEWEST.getFields().stream()
                .filter(f -> !f.name().equals(field))
                .map(f -> new Schema.Field(f, f.schema()))
                .collect(Collectors.toList()))
        .toString();
  }

  private static String lead(String namespace) {
    return "{\"type\":\"record\",\"name\":\"Lead\",\"namespace\":\"%s\",\"fields\":[]}"
        .formatted(namespace);
  }

  private static String[] with(String[] words, String... more) {
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }
}
