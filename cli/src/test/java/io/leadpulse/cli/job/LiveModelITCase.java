package io.leadpulse.cli.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.cli.Invocation;
import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.engine.release.Release;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.DeadLetterCause;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.ScoringModelRelease;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model is changed while the job runs: what is foretold is what happens, and sales hears nothing.
 */
class LiveModelITCase {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LEADS = 40;

  @TempDir private Path folder;
  private JobStack stack;
  private String yaml;

  @BeforeEach
  void start() throws Exception {
    stack = JobStack.start(folder, "leadpulse.");
    yaml =
        Files.readString(Path.of("../config/models/minimal.yaml"))
            .replace("hand-raise: true", "hand-raise: false");
    assertThat(publish(yaml, "0s").exitCode()).isZero();
  }

  @AfterEach
  void stop() {
    stack.close();
  }

  @Test
  void aReleaseReachesSilentLeadsAndRaisesNoAlert() throws Exception {
    JobID job = stack.run("parallelism: 2\n", null);
    for (int i = 0; i < LEADS; i++) {
      submitContact("lead-" + i);
    }
    stack.await(job, totals -> totals.engagements() == 2 * LEADS);
    await(() -> raised() == LEADS, "every lead to be raised");

    String stricter = yaml.replace("enter: 60, exit: 40", "enter: 90, exit: 80");
    JsonNode foretold = json("model", "diff", "in-force", file(stricter));
    assertThat(foretold.get("leads").asInt()).isEqualTo(LEADS);
    assertThat(foretold.get("leaving").asInt()).isEqualTo(LEADS);
    assertThat(publish(stricter, "1s").exitCode()).isZero();
    await(() -> rowsOf(2) == LEADS, "every row to be of version 2");
    assertThat(impact("left")).isEqualTo(LEADS);
    submitContact("newcomer");
    await(() -> rowsOf(2) == LEADS + 1, "the newcomer's row");
    assertThat(publish(yaml, "1s").exitCode()).isZero();
    await(() -> rowsOf(3) == LEADS + 1, "every row to be of version 3");
    assertThat(impact("entered")).isEqualTo(LEADS + 1);

    assertThat(stack.read(Topics.HOT_LEAD_ALERT))
        .as("the change of the model is no news for sales")
        .extracting(alert -> alert.value().getType())
        .containsOnly(AlertType.RAISED)
        .hasSize(LEADS);
    submitContact("lead-7");
    submitContact("newcomer");
    await(() -> raised() == LEADS + 1, "the next event to raise the newcomer");
    assertThat(raised()).as("the others are in their cooldown").isEqualTo(LEADS + 1);
    stack.stop(job);
  }

  @Test
  void aReleaseThatIsNotValidNeverJudges() throws Exception {
    assertThat(publish(yaml.replace("points: 60", "points: many"), "0s").exitCode()).isEqualTo(78);
    String oversized = yaml + "# " + "x".repeat(1_100_000) + "\n";
    assertThat(publish(oversized, "0s").exitCode()).isEqualTo(78);
    assertThat(json("model", "releases").get("releases")).hasSize(1);

    JobID job = stack.run("", null);
    submitContact("ada");
    await(() -> rowsOf(1) == 1, "a row");
    sendAsAForeigner(2, yaml.replace("points: 60", "points: many"));
    sendAsAForeigner(3, oversized);
    await(() -> refused() == 2, "both releases to be refused");
    submitContact("bob");
    await(() -> rowsOf(1) == 2, "the row of the second lead by the first release");
    stack.stop(job);
  }

  private long refused() {
    return stack.read(Topics.DEAD_LETTER).stream()
        .map(letter -> letter.value().getCause())
        .filter(
            cause -> cause == DeadLetterCause.INVALID_MODEL || cause == DeadLetterCause.TOO_LARGE)
        .count();
  }

  private long rowsOf(long version) {
    return stack.read(Topics.LEAD_SCORE).stream()
        .map(TopicRecord::value)
        .filter(row -> row != null && row.getModelVersion() == version)
        .map(LeadScore::getLeadId)
        .distinct()
        .count();
  }

  private long raised() {
    return stack.read(Topics.HOT_LEAD_ALERT).stream()
        .filter(alert -> alert.value().getType() == AlertType.RAISED)
        .count();
  }

  private long impact(String crossing) throws Exception {
    long sum = 0;
    for (JsonNode count : json("model", "impact").get("counts")) {
      sum += count.get(crossing).asLong();
    }
    return sum;
  }

  private void submitContact(String lead) throws Exception {
    for (String kind : List.of("form", "page")) {
      WebAccess access =
          WebAccess.newBuilder()
              .setEventId(lead + kind + System.nanoTime())
              .setOccurredAt(Instant.now())
              .setLeadId(lead)
              .setKind(kind.equals("form") ? WebAccessKind.FORM_SUBMIT : WebAccessKind.PAGE_VIEW)
              .setFormId(kind.equals("form") ? "contact" : "")
              .setPath("/pricing/basic")
              .build();
      stack.send(Topics.WEB_ACCESS, lead, new RecordEncoder<>(Topics.WEB_ACCESS).encode(access));
    }
  }

  private void sendAsAForeigner(long version, String text) throws Exception {
    ScoringModelRelease release =
        ScoringModelRelease.newBuilder()
            .setModelId("minimal")
            .setVersion(version)
            .setPublishedAt(Instant.now())
            .setEffectiveAt(Instant.now())
            .setYaml(text)
            .setSha256(Release.sha256Of(text))
            .build();
    stack.send(
        Topics.SCORING_MODEL,
        "minimal@" + version,
        new RecordEncoder<>(Topics.SCORING_MODEL).encode(release));
  }

  private Invocation publish(String text, String effectiveIn) throws Exception {
    return Invocation.of(
        "model",
        "publish",
        file(text),
        "--effective-in",
        effectiveIn,
        "--bootstrap-server",
        stack.bootstrap());
  }

  private JsonNode json(String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--output", "json", "--bootstrap-server", stack.bootstrap()));
    if (all.contains("diff")) {
      all.addAll(List.of("--flink", stack.rest().toString()));
    }
    Invocation run = Invocation.of(all.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return new JsonMapper().readTree(run.out());
  }

  private String file(String text) throws Exception {
    return Files.writeString(folder.resolve("model.yaml"), text).toString();
  }

  private static void await(BooleanSupplier done, String what) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for " + what).isLessThan(until);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }
}
