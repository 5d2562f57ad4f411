package io.leadpulse.chaos.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.stack.FlinkRest;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of it as it is deployed: processes, the jar, the command. */
class ClusterITCase {
  private static final int LEADS = 200;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String SECRET = "canary-7d1f0c";

  @TempDir private Path folder;

  @Test
  void aJobSurvivesAKillAndGoesOnWithAnotherParallelismFromItsSavepoint() throws Exception {
    ClusterPlan plan = ClusterPlan.in(folder.resolve("cluster")).withTaskManagers(2, 2);
    try (Cluster cluster = Cluster.start(plan);
        Leads leads = new Leads(LEADS, cluster.bootstrap())) {
      LeadpulseCommand leadpulse =
          new LeadpulseCommand(
              folder, Map.of("LEADPULSE_BOOTSTRAP", cluster.bootstrap(), "KAFKA_PASSWORD", SECRET));
      prepare(cluster, leadpulse);

      String first = run(leadpulse, cluster, 2);
      leads.viewPrices(1);
      cluster.await("a checkpoint", LIMIT, () -> counted(cluster, first, "completed") > 0);
      cluster.taskManagers().get(0).kill();
      leads.submitForm();
      cluster.taskManagers().get(0).restart();
      cluster.await("a restart", LIMIT, () -> counted(cluster, first, "restored") > 0);
      cluster.waitUntilRunning(first, LIMIT);
      String savepoint =
          leadpulse
              .json("stop", "--cluster", cluster.restAddress(), "--job", first)
              .get("savepoint")
              .asText();

      // Copies of what the first job knows, and one more each.
      leads.viewPrices(1);
      leads.viewPrices(2);
      String second = run(leadpulse, cluster, 3, "--from", savepoint);
      cluster.await("all scores", LIMIT, () -> settled(leads) == LEADS);

      assertNothingTwice(leads);
      assertNoSecretIsShown(cluster, second);
    }
  }

  private static void prepare(Cluster cluster, LeadpulseCommand leadpulse) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrap()))) {
      TopicPlan.read(Home.current()).createMissing(admin, "leadpulse.");
    }
    leadpulse.json(
        "model", "publish", Home.current().file("config/models/minimal.yaml").toString());
  }

  private String run(LeadpulseCommand leadpulse, Cluster cluster, int parallelism, String... more)
      throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("job.yaml"),
            """
            kafka.bootstrap-servers: %s
            kafka.properties:
              sasl.mechanism: PLAIN
              sasl.jaas.config: >-
                org.apache.kafka.common.security.plain.PlainLoginModule required
                username="leadpulse" password="${env:KAFKA_PASSWORD}";
              ssl.key.password: ${env:KAFKA_PASSWORD}
            checkpoint.interval: 500ms
            restart: { delay: 500ms, max-delay: 500ms }
            parallelism: %d
            """
                .formatted(cluster.bootstrap(), parallelism));
    String[] command =
        Stream.concat(
                Stream.of(
                    "run",
                    "lead-scoring",
                    "--config",
                    config.toString(),
                    "--cluster",
                    cluster.restAddress(),
                    "--detached"),
                Stream.of(more))
            .toArray(String[]::new);
    String job = leadpulse.json(command).get("job").asText();
    assertThat(leadpulse.said()).doesNotContain(SECRET);
    return job;
  }

  /** Checkpoints that were {@code completed} or {@code restored}. */
  private static int counted(Cluster cluster, String job, String what) {
    return cluster.checkpoints(job).path("counts").path(what).asInt();
  }

  /** Leads with all their points, and not one more: 15 + 60 + 15. */
  private static long settled(Leads leads) {
    Map<String, Long> newest =
        leads.scores().stream()
            .collect(
                Collectors.toMap(
                    LeadScore::getLeadId, LeadScore::getIntentMilli, (older, newer) -> newer));
    return newest.values().stream().filter(intent -> intent > 89_000 && intent < 91_000).count();
  }

  private static void assertNothingTwice(Leads leads) {
    Set<String> seen = new HashSet<>();
    for (LeadScore score : leads.scores()) {
      assertThat(seen.add(score.getLeadId() + " " + score.getRevision()))
          .as("revision %d of %s once", score.getRevision(), score.getLeadId())
          .isTrue();
    }
    assertThat(leads.alerts())
        .filteredOn(alert -> alert.getType() == AlertType.RAISED)
        .extracting(HotLeadAlert::getLeadId)
        .hasSize(LEADS)
        .doesNotHaveDuplicates();
  }

  /** What everybody can ask the cluster, and what it logged. */
  private static void assertNoSecretIsShown(Cluster cluster, String job) throws Exception {
    for (String page : List.of("", "/config", "/plan", "/exceptions", "/checkpoints/config")) {
      assertThat(new FlinkRest(cluster.rest()).get("/jobs/" + job + page).toString())
          .as(page)
          .doesNotContain(SECRET);
    }
    for (ManagedProcess process : cluster.processes()) {
      assertThat(Files.readString(process.log())).isNotEmpty().doesNotContain(SECRET);
    }
  }
}
