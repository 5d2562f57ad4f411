package io.leadpulse.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.cli.Invocation;
import io.leadpulse.cli.stack.EmbeddedBroker;
import io.leadpulse.cli.terminal.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test has topics under a prefix of its own. */
class TopicsCommandITCase {
  private static final String PLAN = "../config/topics.yaml";

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
  void createsWhatIsMissingOnceAndIsCleanAfterwards() throws Exception {
    JsonNode before = json(ExitCode.USAGE, "a.", "plan");
    assertThat(before.get("drift").asBoolean()).isTrue();
    assertThat(before.get("changes")).hasSize(before.get("topics").asInt());
    assertThat(before.at("/changes/0/what").asText()).isEqualTo("missing");

    JsonNode applied = json(ExitCode.OK, "a.", "apply", "--replication-factor", "1");
    assertThat(applied.get("done").asInt()).isEqualTo(before.get("topics").asInt());
    assertClean("a.");
    assertThat(json(ExitCode.OK, "a.", "apply").get("changes")).isEmpty();
    assertThat(setting("a.dead-letter.v1", "max.message.bytes")).isEqualTo("2097152");
  }

  @Test
  void mendsAHarmlessSettingAndLeavesWhatIsInNoPlan() throws Exception {
    json(ExitCode.OK, "b.", "apply");
    set("b.web-access.v1", "retention.ms", "1000");
    set("b.web-access.v1", "retention.bytes", "5000000");
    admin.createTopics(List.of(new NewTopic("b.of-somebody-else", 1, (short) 1))).all().get();

    JsonNode plan = json(ExitCode.USAGE, "b.", "plan");
    assertThat(plan.get("changes")).hasSize(1);
    JsonNode change = plan.at("/changes/0");
    assertThat(change.get("key").asText()).isEqualTo("retention.ms");
    assertThat(change.get("found").asText()).isEqualTo("1000");
    assertThat(change.get("source").asText()).isEqualTo("dynamic-topic-config");
    assertThat(change.get("danger").isNull()).isTrue();
    assertThat(plan.get("unplanned").toString())
        .contains("b.of-somebody-else", "b.web-access.v1 retention.bytes=5000000");

    Invocation applied = run("b.", "apply");
    assertThat(applied.exitCode()).isZero();
    assertThat(applied.out())
        .contains("done     set retention.ms of b.web-access.v1 to 17280000000, was 1000")
        .endsWith("1 done, 0 refused, 0 failed\n");
    assertClean("b.");
    assertThat(setting("b.web-access.v1", "retention.bytes")).isEqualTo("5000000");
    assertThat(admin.listTopics().names().get()).contains("b.of-somebody-else");
  }

  @Test
  void destroysNothingWithoutTheFlag() throws Exception {
    json(ExitCode.OK, "c.", "apply");
    set("c.web-access.v1", "retention.ms", "-1");
    set("c.lead-score.v1", "cleanup.policy", "delete");
    set("c.hot-lead-alert.v1", "message.timestamp.type", "CreateTime");
    set("c.dead-letter.v1", "max.message.bytes", "3000000");

    JsonNode refused = json(ExitCode.USAGE, "c.", "apply");
    assertThat(refused.get("done").asInt()).isEqualTo(1);
    assertThat(refused.get("refused").asInt()).isEqualTo(3);
    assertThat(refused.get("changes").toString())
        .contains("records that are older are deleted; --allow-destructive allows it");
    assertThat(setting("c.web-access.v1", "retention.ms")).isEqualTo("-1");
    assertThat(setting("c.lead-score.v1", "cleanup.policy")).isEqualTo("delete");
    assertThat(setting("c.dead-letter.v1", "max.message.bytes")).isEqualTo("3000000");

    assertThat(json(ExitCode.OK, "c.", "apply", "--allow-destructive").get("done").asInt())
        .isEqualTo(3);
    assertClean("c.");
  }

  @Test
  void addsPartitionsOnlyWhenAskedAndTakesNoneAway() throws Exception {
    json(ExitCode.OK, "d.", "apply");
    String text = Files.readString(Path.of(PLAN));
    Path more = plan(text.replace("partitions: 4", "partitions: 6"));
    Invocation refused = run(more, "d.", "apply");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.out()).contains("lose their order; --add-partitions allows it");
    assertThat(partitions("d.web-access.v1")).isEqualTo(4);

    Invocation added = run(more, "d.", "apply", "--add-partitions");
    assertThat(added.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(added.out()).contains("done     d.web-access.v1 has 6 partitions now, had 4");
    assertThat(added.out()).contains("rows stay in their old partition");
    assertThat(partitions("d.lead-score.v1")).isEqualTo(4);
    assertThat(run(more, "d.", "apply", "--add-partitions", "--allow-destructive").exitCode())
        .isZero();
    assertThat(run(more, "d.", "plan").exitCode()).isZero();

    admin.createPartitions(Map.of("d.scoring-model.v1", NewPartitions.increaseTo(2))).all().get();
    Invocation shrunk = run(more, "d.", "apply", "--add-partitions", "--allow-destructive");
    assertThat(shrunk.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(shrunk.out()).contains("partitions cannot be taken away; plan 2");
    assertThat(partitions("d.scoring-model.v1")).isEqualTo(2);
  }

  @Test
  void tellsWhatFailedAndDoesTheRest() throws Exception {
    json(ExitCode.OK, "e.", "apply");
    admin.deleteTopics(List.of("e.web-access.v1")).all().get();
    set("e.hot-lead-alert.v1", "retention.ms", "1000");
    Invocation run = run("e.", "apply", "--replication-factor", "3");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.out())
        .contains("failed   e.web-access.v1 is missing: ")
        .contains("done     set retention.ms of e.hot-lead-alert.v1")
        .endsWith("1 done, 0 refused, 1 failed\n");
  }

  @Test
  void refusesAPlanThatIsNotValidBeforeItAsksKafka() throws Exception {
    Path bad = plan(Files.readString(Path.of(PLAN)).replace("direction: out", "direction: up"));
    Invocation run = run(bad, "f.", "apply");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION);
    assertThat(run.err()).contains("plan.yaml:").contains("direction cannot be 'up'; fix: ");
    assertThat(admin.listTopics().names().get()).noneMatch(name -> name.startsWith("f."));
  }

  @Test
  void takesAddressAndPropertiesFromAFile() throws Exception {
    Path address = Files.writeString(folder.resolve("address"), broker.bootstrap() + "\n");
    Path client =
        Files.writeString(
            folder.resolve("client.properties"),
            "bootstrap.servers=${file:" + address + "}\nclient.id=leadpulse-topics\n");
    Invocation run =
        Invocation.of(
            "topics",
            "plan",
            "--plan",
            PLAN,
            "--prefix",
            "g.",
            "--command-config",
            client.toString());
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).contains("g.web-access.v1 is missing");
  }

  private static void assertClean(String prefix) throws Exception {
    assertThat(json(ExitCode.OK, prefix, "plan").get("changes")).isEmpty();
  }

  private static Path plan(String text) throws Exception {
    return Files.writeString(folder.resolve("plan.yaml"), text);
  }

  private static JsonNode json(int exitCode, String prefix, String verb, String... more)
      throws Exception {
    List<String> words = new ArrayList<>(List.of(more));
    words.addAll(List.of("--output", "json"));
    Invocation run = run(prefix, verb, words.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    return new JsonMapper().readTree(run.out());
  }

  private static Invocation run(String prefix, String verb, String... more) {
    return run(Path.of(PLAN), prefix, verb, more);
  }

  private static Invocation run(Path plan, String prefix, String verb, String... more) {
    List<String> words = new ArrayList<>(List.of("topics", verb, "--plan", plan.toString()));
    words.addAll(List.of("--bootstrap-server", broker.bootstrap(), "--prefix", prefix));
    words.addAll(List.of(more));
    return Invocation.of(words.toArray(String[]::new));
  }

  private static void set(String topic, String key, String value) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    AlterConfigOp set = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
    admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all().get();
    while (!setting(topic, key).equals(value)) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static String setting(String topic, String key) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin.describeConfigs(List.of(resource)).all().get().get(resource).get(key).value();
  }

  private static int partitions(String topic) throws Exception {
    return admin
        .describeTopics(List.of(topic))
        .allTopicNames()
        .get()
        .get(topic)
        .partitions()
        .size();
  }
}
