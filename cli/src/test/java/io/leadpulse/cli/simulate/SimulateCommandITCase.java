package io.leadpulse.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.cli.Invocation;
import io.leadpulse.cli.stack.EmbeddedBroker;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.stack.TopicScan;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandITCase {
  @TempDir private Path folder;

  @Test
  void theTopicsHoldWhatItSaysItSent() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
      createTopics(broker);
      Invocation run =
          Invocation.of(
              "simulate",
              "--bootstrap-server",
              broker.bootstrap(),
              "--rate",
              "5000",
              "--events",
              "5000",
              "--output",
              "json");
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).hasLineCount(1);
      Map<String, Integer> sent = new HashMap<>();
      JsonNode report = new JsonMapper().readTree(run.out());
      report.get("sent").properties().forEach(e -> sent.put(e.getKey(), e.getValue().asInt()));
      assertThat(report.get("engagements").asInt()).isEqualTo(5_000);
      sent.forEach((topic, count) -> assertThat(records(broker, topic)).as(topic).isEqualTo(count));
    }
  }

  private static void createTopics(EmbeddedBroker broker) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      TopicPlan.read(new Home(Path.of(".."))).createMissing(admin, "leadpulse.");
    }
  }

  private static int records(EmbeddedBroker broker, String topic) {
    int[] count = new int[1];
    TopicScan.read(broker.bootstrap(), topic, message -> count[0]++);
    return count[0];
  }
}
