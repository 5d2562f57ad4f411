package io.leadpulse.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.cli.Invocation;
import io.leadpulse.cli.stack.EmbeddedBroker;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.schemas.ScoringModelRelease;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishCommandITCase {
  @TempDir private static Path folder;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() throws Exception {
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
  void givesEachTextAVersionAndAKeyOfItsOwn() throws Exception {
    String yaml = Files.readString(Path.of("../config/models/minimal.yaml"));
    JsonNode first = published(yaml);
    assertThat(first.get("version").asLong()).isEqualTo(1);
    assertThat(published(yaml).get("published").asBoolean()).isFalse();
    assertThat(published(yaml + "# again\n").get("version").asLong()).isEqualTo(2);
    assertThat(published(yaml, "--version", "7").get("version").asLong()).isEqualTo(7);
    assertThat(publish(yaml, "--version", "7").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(publish(yaml.replace("model: minimal", "model: other")).err())
        .contains("this stack scores by the model 'minimal'");
    assertThat(keys()).containsExactly("minimal@1", "minimal@2", "minimal@7");
    assertThat(ReleaseLog.read(broker.bootstrap(), "leadpulse.").releases())
        .allSatisfy(
            release ->
                assertThat(release.getEffectiveAt())
                    .isEqualTo(release.getPublishedAt().plusSeconds(5)));
  }

  private static JsonNode published(String yaml, String... more) throws Exception {
    Invocation run = publish(yaml, more);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return new JsonMapper().readTree(run.out());
  }

  private static Invocation publish(String yaml, String... more) throws Exception {
    Path file = Files.writeString(folder.resolve("model.yaml"), yaml);
    List<String> words =
        new ArrayList<>(List.of("model", "publish", file.toString(), "--output", "json"));
    words.addAll(List.of("--bootstrap-server", broker.bootstrap(), "--effective-in", "5s"));
    words.addAll(List.of(more));
    return Invocation.of(words.toArray(String[]::new));
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>();
    try (TopicReader<ScoringModelRelease> reader =
        new TopicReader<>(
            broker.bootstrap(), "leadpulse.", Topics.SCORING_MODEL, Limits.MODEL, notice -> {})) {
      reader.readToEnd(message -> keys.add(new String(message.key(), StandardCharsets.UTF_8)));
    }
    return keys;
  }
}
