package io.leadpulse.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.cli.Invocation;
import io.leadpulse.cli.LeadpulseProcess;
import io.leadpulse.cli.TestHome;
import io.leadpulse.schemas.LeadScore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpITCase {
  @TempDir private Path folder;
  private TestHome testHome;
  private Path home;

  @BeforeEach
  void makeAHome() throws Exception {
    testHome = TestHome.create(folder.resolve("home"));
    home = testHome.path();
  }

  @AfterEach
  void forgetIt() {
    testHome.close();
  }

  @Test
  void goesOnWhereItWasOverTheSameData() throws Exception {
    long firstRevision;
    try (LeadpulseProcess up = start()) {
      LeadProbe lead = new LeadProbe(ready());
      lead.submitContactForm("event-1");
      LeadScore score = lead.awaitScore(0);
      assertThat(score.getIntentMilli()).isEqualTo(60_000);
      firstRevision = score.getRevision();
      assertOneStackPerHome(up);
      publishAnotherRelease();
      end(up);
    }
    try (LeadpulseProcess up = start()) {
      LeadProbe lead = new LeadProbe(ready());
      // A copy of an event that came before the restart still counts once.
      lead.submitContactForm("event-1");
      lead.viewPricingPage("event-2");
      LeadScore score = lead.awaitScore(firstRevision);
      assertThat(score.getContributions()).hasSize(2);
      assertThat(score.getIntentMilli()).isEqualTo(75_000);
      end(up);
    }
  }

  @Test
  void refusesAModelThatIsNotValidBeforeAnythingStarts() throws Exception {
    try (LeadpulseProcess up =
        LeadpulseProcess.start(home, "up", "--model", home + "/config/topics.yaml")) {
      assertThat(up.exitCode()).isEqualTo(78);
      assertThat(up.said()).noneMatch(line -> line.contains("broker"));
    }
  }

  private LeadpulseProcess start() throws Exception {
    Files.deleteIfExists(folder.resolve("ready"));
    LeadpulseProcess up =
        LeadpulseProcess.start(
            home,
            "up",
            "--data",
            folder.resolve("data").toString(),
            "--ready-file",
            folder.resolve("ready").toString(),
            "--checkpoint-interval",
            "500ms");
    up.awaitLine("`leadpulse down`");
    assertThat(folder.resolve("ready")).as(() -> String.join("\n", up.said())).exists();
    return up;
  }

  private String ready() throws Exception {
    JsonNode ready = new JsonMapper().readTree(folder.resolve("ready").toFile());
    return ready.get("bootstrap").asText();
  }

  private void assertOneStackPerHome(LeadpulseProcess first) throws Exception {
    try (LeadpulseProcess second = LeadpulseProcess.start(home, "up")) {
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.said())
          .containsExactly(
              "leadpulse: a stack is running in %s already (process %d); end it with `leadpulse down`"
                  .formatted(home, first.pid()));
    }
  }

  private void publishAnotherRelease() throws Exception {
    Path model = folder.resolve("model.yaml");
    String text = Files.readString(home.resolve("config/models/b2b-japan.yaml"));
    Files.writeString(model, text + "# once more\n");
    Invocation run = Invocation.of("model", "publish", model.toString(), "--output", "json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"version\":2,\"published\":true");
  }

  private void end(LeadpulseProcess up) throws Exception {
    Invocation down = Invocation.of("down");
    assertThat(down.exitCode()).as(down.err()).isZero();
    assertThat(up.exitCode()).isZero();
    assertThat(home.resolve(".leadpulse/running.json")).doesNotExist();
    assertThat(Invocation.of("down").exitCode()).isEqualTo(1);
    assertThat(up.temporaryFiles()).isEmpty();
    assertThat(Arrays.asList(home.resolve(".leadpulse").toFile().list()))
        .contains("hash.key", "logs");
  }
}
