package io.leadpulse.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadpulse.cli.Invocation;
import io.leadpulse.cli.stack.Connection;
import io.leadpulse.cli.stack.EmbeddedBroker;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.stack.TopicScan;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.schemas.DeadLetter;
import io.leadpulse.schemas.DeadLetterCause;
import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebinarEngagement;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandITCase {
  private static final String LINE =
      "192.0.2.7 - - [03/Feb/2024:18:04:05 +0900] \"GET /price/ HTTP/1.1\" 200 1 \"-\" \"Agent\"";

  @TempDir private static Path folder;
  private static EmbeddedBroker broker;
  private static Path key;

  @BeforeAll
  static void start() throws Exception {
    key = Files.writeString(folder.resolve("hash.key"), "5a".repeat(32));
    broker = EmbeddedBroker.start(folder.resolve("kafka"));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      TopicPlan.read(new Home(Path.of(".."))).createMissing(admin, "leadpulse.");
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void sendsEventsAndKeepsWhatItRefused() throws Exception {
    Path log = Files.writeString(folder.resolve("access.log"), LINE + "\n\nnonsense\n");
    Invocation run = run("combined-log", log, "--lead-from", "ip", "--output", "json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().strip()).isEqualTo("{\"rows\":2,\"sent\":1,\"dead_letters\":1}");
    assertThat(run.err()).contains("refused 1: ident: missing (first at access.log:3)");
    WebAccess access = values(Topics.WEB_ACCESS, Limits.EVENT, event -> true).get(0);
    assertThat(access.getPath()).isEqualTo("/price/");
    assertThat(keys(Topics.WEB_ACCESS)).containsOnly(access.getLeadId());
    DeadLetter letter = letterFrom("access.log");
    assertThat(letter.getSourceTopic()).isEqualTo("leadpulse.web-access.v1");
    assertThat(letter.getCause()).isEqualTo(DeadLetterCause.UNPARSABLE_ROW);
    assertThat(letter.getDetail()).isEqualTo("ident: missing");
    assertThat(StandardCharsets.UTF_8.decode(letter.getValue()).toString()).isEqualTo("nonsense");
    assertThat(letter.getValueSize()).isEqualTo(8);
    assertThat(letter.getValueSha256())
        // printf nonsense | sha256sum
        .isEqualTo("999aaa8645bb72ff599e143b1e3d2a94777127f4783a69f067251f7bbebc5ab6");
    assertThat(letter.getTruncated()).isFalse();
    assertThat(letter.getSourceLine()).isEqualTo(3);
    assertThat(letter.getPartition()).isEqualTo(-1);
  }

  @Test
  void importsSeveralFilesOfMailEvents() throws Exception {
    String open = "{\"email\":\"taro@example.com\",\"event\":\"%s\",\"timestamp\":1700000000}";
    Path one = Files.writeString(folder.resolve("one.json"), open.formatted("open"));
    Path two = Files.writeString(folder.resolve("two.json"), open.formatted("processed"));
    Invocation run = run("sendgrid", one, "--file", two.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().strip()).isEqualTo("rows 2, sent 1, dead letters 1");
    EmailEngagement event = values(Topics.EMAIL_ENGAGEMENT, Limits.EVENT, any -> true).get(0);
    assertThat(keys(Topics.EMAIL_ENGAGEMENT)).containsExactly(event.getLeadId());
    assertThat(letterFrom("two.json").getCause()).isEqualTo(DeadLetterCause.UNKNOWN_KIND);
  }

  @Test
  void sendsWhatAFormatHeldBack() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("report.json"),
            "{\"participants\":[{\"user_email\":\"taro@example.com\",\"duration\":600,"
                + "\"join_time\":\"2024-02-03T10:00:00Z\"}]}");
    Invocation run = run("zoom-webinar", file);
    assertThat(run.out().strip()).as(run.err()).isEqualTo("rows 1, sent 1, dead letters 0");
    assertThat(values(Topics.WEBINAR_ENGAGEMENT, Limits.EVENT, any -> true))
        .extracting(WebinarEngagement::getMinutes)
        .containsExactly(10);
  }

  @Test
  void saysThatATopicIsMissing() {
    Connection other = new Connection(broker.bootstrap(), "other.", null, folder);
    assertThatThrownBy(() -> RowSender.to(other, Topics.WEB_ACCESS, Clock.systemUTC()))
        .isInstanceOf(CliException.class)
        .hasMessageContaining("has no topic other.web-access.v1; `leadpulse up` makes the topics");
  }

  private static Invocation run(String format, Path file, String... more) {
    List<String> words = new ArrayList<>(List.of("import", "--format", format));
    words.addAll(List.of("--file", file.toString(), "--hash-key-file", key.toString()));
    words.addAll(List.of("--bootstrap-server", broker.bootstrap()));
    words.addAll(List.of(more));
    return Invocation.of(words.toArray(String[]::new));
  }

  private static DeadLetter letterFrom(String file) {
    return values(
            Topics.DEAD_LETTER, Limits.DEAD_LETTER, letter -> file.equals(letter.getSourceFile()))
        .get(0);
  }

  private static <T extends SpecificRecord> List<T> values(
      Subject<T> subject, Limits limits, Predicate<T> wanted) {
    RecordDecoder<T> decoder = new RecordDecoder<>(subject, limits);
    List<T> values = new ArrayList<>();
    TopicScan.read(
        broker.bootstrap(),
        subject.topic("leadpulse."),
        message -> {
          if (decoder.decode(message.value()) instanceof Decoded.Value<T> decoded
              && wanted.test(decoded.value())) {
            values.add(decoded.value());
          }
        });
    return values;
  }

  private static List<String> keys(Subject<?> subject) {
    List<String> keys = new ArrayList<>();
    TopicScan.read(
        broker.bootstrap(),
        subject.topic("leadpulse."),
        message -> keys.add(new String(message.key(), StandardCharsets.UTF_8)));
    return keys;
  }
}
