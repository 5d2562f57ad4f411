package io.leadpulse.cli.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.JobForm;
import io.leadpulse.cli.stack.MetricsEndpoint;
import io.leadpulse.cli.watch.Exposition;
import io.leadpulse.cli.watch.Watch;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.ProfileSnapshot;
import io.leadpulse.schemas.ScoringModelRelease;
import io.leadpulse.schemas.Tier;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running job shows to Prometheus, with the filters that clusters are given. */
class MetricsITCase {
  private static final Path MODEL = Path.of("../config/models/minimal.yaml");
  private static final String OPERATOR = "flink_taskmanager_job_task_operator_leadpulse_";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir private Path folder;
  private MetricsEndpoint endpoint;
  private JobStack stack;

  @BeforeEach
  void start() throws Exception {
    endpoint = MetricsEndpoint.on(new Home(Path.of("..")), 0);
    stack = JobStack.start(folder, "acme.", endpoint);
  }

  @AfterEach
  void stop() {
    stack.close();
  }

  @Test
  void dashboardsAndAlertsAskOnlyForWhatIsThere() throws Exception {
    release(1, Files.readString(MODEL));
    JobID job = stack.run("parallelism: 2\n", null);
    submitForm();
    stack.send(Topics.WEB_ACCESS, "lead-1", new byte[] {1, 2, 3});
    release(2, "model: minimal\n");
    stack.await(job, seen -> seen.engagements() == 2);

    assertThat(missingInTheEnd(JobForm.LEAD_SCORING)).isEmpty();

    Exposition shown = scrape();
    assertThat(shown.sum(OPERATOR + "source_applied")).isEqualTo(1);
    assertThat(shown.sum(OPERATOR + "source_dead_lettered{source=\"web_access_v1\"}")).isEqualTo(1);
    assertThat(shown.sum(OPERATOR + "cause_dead_letters{cause=\"invalid_model\"}")).isEqualTo(1);
    assertThat(shown.sum(OPERATOR + "type_alerts{type=\"raised\"}")).isEqualTo(1);
    assertThat(shown.size()).as("time series at parallelism 2").isLessThan(500);
    assertLoopbackOnly();
  }

  @Test
  void thoseOfTheHandOffDoTooAndCountByTeam() throws Exception {
    stack.runHandOff(Path.of("../config/teams/two-teams.yaml"));
    alert("asks", "rep-b", "hand-raise:contact");
    // More than the other team takes on a day, and none of them asks.
    for (int lead = 0; lead < 10; lead++) {
      alert("lead-" + lead, "default", "threshold");
    }
    stack.send(Topics.HOT_LEAD_ALERT, "broken", new byte[] {1, 2, 3});

    assertThat(missingInTheEnd(JobForm.HAND_OFF)).isEmpty();

    awaitSum("team_released{team=\"inside\"}", 1, 1);
    awaitSum("team_waiting{team=\"field\"}", 3, 10);
    awaitSum("cause_dead_letters", 1, 1);
  }

  private void alert(String lead, String scorecard, String cause) throws Exception {
    HotLeadAlert alert =
        HotLeadAlert.newBuilder()
            .setAlertId("alert-of-" + lead)
            .setMessageId("alert-of-" + lead)
            .setType(AlertType.RAISED)
            .setCause(cause)
            .setLeadId(lead)
            .setScorecard(scorecard)
            .setOccurredAt(Instant.now())
            .setProfile(new ProfileSnapshot("", "", "", "", "", "", 0, "", ""))
            .setIntentMilli(61_500)
            .setTier(Tier.HOT)
            .build();
    byte[] bytes = new RecordEncoder<>(Topics.HOT_LEAD_ALERT).encode(alert);
    stack.send(Topics.HOT_LEAD_ALERT, lead, bytes);
  }

  private void awaitSum(String selector, double least, double most) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      double sum = scrape().sum(OPERATOR + selector);
      if (least <= sum && sum <= most) {
        return;
      }
      assertThat(System.nanoTime()).as(selector).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  /** Some metrics come with the first checkpoint, or with the first record of a partition. */
  private List<String> missingInTheEnd(JobForm job) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<String> missing = missing(job);
    while (!missing.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
      missing = missing(job);
    }
    return missing;
  }

  private List<String> missing(JobForm job) throws Exception {
    Exposition shown = scrape();
    return Watch.of(job).stream().flatMap(watch -> shown.missing(watch).stream()).toList();
  }

  private Exposition scrape() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(endpoint.uri()).build();
    return Exposition.parse(http.send(request, BodyHandlers.ofString()).body());
  }

  private void assertLoopbackOnly() throws Exception {
    for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
      for (InetAddress address : outward(network)) {
        try (Socket socket = new Socket()) {
          InetSocketAddress remote = new InetSocketAddress(address, endpoint.port());
          assertThat(remote).matches(here -> refuses(socket, here), "refuses");
        }
      }
    }
  }

  private static List<InetAddress> outward(NetworkInterface network) {
    return network.inetAddresses().filter(address -> !address.isLoopbackAddress()).toList();
  }

  private static boolean refuses(Socket socket, InetSocketAddress address) {
    try {
      socket.connect(address, 1_000);
      return false;
    } catch (IOException refused) {
      return true;
    }
  }

  private void submitForm() throws Exception {
    WebAccess access =
        WebAccess.newBuilder()
            .setEventId("e-1")
            .setLeadId("lead-1")
            .setOccurredAt(Instant.now())
            .setKind(WebAccessKind.FORM_SUBMIT)
            .setFormId("contact")
            .build();
    stack.send(Topics.WEB_ACCESS, "lead-1", new RecordEncoder<>(Topics.WEB_ACCESS).encode(access));
  }

  private void release(long version, String yaml) throws Exception {
    ScoringModelRelease release =
        new ScoringModelRelease("minimal", version, Instant.EPOCH, Instant.EPOCH, yaml, "");
    stack.send(
        Topics.SCORING_MODEL,
        "minimal@" + version,
        new RecordEncoder<>(Topics.SCORING_MODEL).encode(release));
  }
}
