package io.leadpulse.cli.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.leadpulse.cli.Invocation;
import io.leadpulse.cli.stack.OutcomeTotals;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.DeadLetterCause;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.IdentityChange;
import io.leadpulse.schemas.IdentityChangeKind;
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
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job, from a real broker's topics to its topics. */
class LeadScoringJobITCase {
  private static final Path MODEL = Path.of("../config/models/minimal.yaml");

  @TempDir private Path folder;
  private JobStack stack;

  @BeforeEach
  void publishAModel() throws Exception {
    stack = JobStack.start(folder, "acme.");
    release(1, Files.readString(MODEL));
  }

  @AfterEach
  void stop() {
    stack.close();
  }

  /** What the command says; this Flink has no folder for savepoints, and the job goes on. */
  private String stopWithoutAFolder(JobID job) {
    String flink = stack.rest().getAuthority();
    Invocation stop = Invocation.of("stop", "--cluster", flink, "--job", job.toHexString());
    assertThat(stop.exitCode()).isEqualTo(ExitCode.FAILURE);
    return stop.err();
  }

  @Test
  void scoresLeadsAndGoesOnWhereItWasStopped() throws Exception {
    Instant now = Instant.now();
    access(now, a -> a.setEventId("e-1").setPath("/pricing/basic"));
    access(now, a -> a.setEventId("e-1").setPath("/pricing/basic"));
    access(now, a -> a.setEventId("e-2").setKind(WebAccessKind.FORM_SUBMIT).setFormId("contact"));
    access(now, a -> a.setEventId("e-3").setOwnStaff(true));
    access(now, a -> a.setEventId("e-4").setOccurredAt(now.minus(Duration.ofDays(181))));
    access(now, a -> a.setEventId("e-5").setLeadId(null).setVisitorId("v-1"));
    access(now, a -> a.setEventId("e-6").setOccurredAt(now.plus(Duration.ofHours(1))));
    stack.send(Topics.WEB_ACCESS, "lead-1", new byte[] {1, 2, 3});
    stack.send(Topics.WEB_ACCESS, "lead-1", new byte[900_000]);
    stack.send(Topics.EMAIL_ENGAGEMENT, "lead-1", null);
    release(2, "model: minimal\n");

    JobID first = stack.run("parallelism: 2", null);
    OutcomeTotals totals = stack.await(first, seen -> seen.engagements() == 10);
    assertOutcomes(totals, 2, 1, 1, 1, 4);
    assertThat(totals.engagements("waiting")).isOne();
    assertThat(stopWithoutAFolder(first)).contains("savepoint-dir: give --savepoints DIR");
    String savepoint = stack.stop(first);
    access(now, a -> a.setEventId("e-2").setKind(WebAccessKind.FORM_SUBMIT).setFormId("contact"));
    access(now, a -> a.setEventId("e-7").setPath("/about"));
    JobID second = stack.run("parallelism: 1", savepoint);
    assertOutcomes(stack.await(second, seen -> seen.engagements() == 12), 3, 2, 1, 1, 4);
    stack.stop(second);

    List<TopicRecord<HotLeadAlert>> alerts = stack.read(Topics.HOT_LEAD_ALERT);
    assertThat(alerts)
        .extracting(alert -> alert.value().getType())
        .containsOnlyOnce(AlertType.RAISED);
    assertThat(alerts.get(0).value().getCause()).isEqualTo("hand-raise:contact-form");
    List<TopicRecord<LeadScore>> scores = stack.read(Topics.LEAD_SCORE);
    LeadScore last = scores.get(scores.size() - 1).value();
    assertThat(last.getLeadId()).isEqualTo("lead-1");
    assertThat(last.getIntentMilli()).isBetween(74_000L, 76_000L);
    assertThat(stack.read(Topics.SUSPECT_ENGAGEMENT))
        .extracting(suspect -> suspect.value().getEventId())
        .containsExactly("e-3");
    assertThat(stack.read(Topics.DEAD_LETTER))
        .extracting(letter -> letter.value().getCause())
        .containsExactlyInAnyOrder(
            DeadLetterCause.FUTURE_TIMESTAMP,
            DeadLetterCause.UNREADABLE,
            DeadLetterCause.UNKNOWN_SCHEMA,
            DeadLetterCause.EMPTY,
            DeadLetterCause.INVALID_MODEL);
  }

  @Test
  void aBoundedReplayScoresAsOfThenAndEnds() throws Exception {
    Instant then = Instant.parse("2015-05-17T10:05:03Z");
    for (int lead = 0; lead < 50; lead++) {
      String id = "lead-" + lead;
      access(then, a -> a.setEventId("e-" + id).setLeadId(id).setPath("/pricing/basic"));
    }
    String settings =
        "time: { mode: replay, until: '2015-05-27T10:30:00Z' }\nsource.bounded: true\n";
    stack.awaitEnd(stack.run(settings + "parallelism: 2", null));
    List<TopicRecord<LeadScore>> scores = stack.read(Topics.LEAD_SCORE);
    assertThat(scores).extracting(score -> score.value().getLeadId()).contains("lead-0", "lead-49");
    assertThat(scores)
        .extracting(TopicRecord::value)
        .filteredOn(score -> score.getAsOf().equals(Instant.parse("2015-05-27T10:00:00Z")))
        .hasSize(50)
        .allMatch(score -> score.getIntentMilli() == 7_500);

    // A second one starts anew instead of going on where the first one ended.
    stack.awaitEnd(stack.run(settings, null));
    assertThat(stack.read(Topics.LEAD_SCORE)).hasSizeGreaterThanOrEqualTo(scores.size() + 50);
  }

  @Test
  void aBoundedReplayWithoutAnEndStopsAtTheLatestEvent() throws Exception {
    Instant then = Instant.parse("2015-05-17T10:05:03Z");
    access(then, a -> a.setEventId("e-1").setLeadId("early").setPath("/pricing/basic"));
    Instant last = then.plus(Duration.ofDays(10));
    access(last, a -> a.setEventId("e-2").setLeadId("late").setPath("/pricing/basic"));

    stack.awaitEnd(stack.run("time.mode: replay\nsource.bounded: true\n", null));

    assertThat(stack.read(Topics.LEAD_SCORE))
        .extracting(TopicRecord::value)
        .filteredOn(score -> score.getAsOf().equals(Instant.parse("2015-05-27T10:00:00Z")))
        .extracting(LeadScore::getLeadId, LeadScore::getIntentMilli)
        .contains(tuple("early", 7_500L), tuple("late", 15_000L));
  }

  /**
   * Changes are sent to two partitions in turn: read one after the other, some would come first.
   */
  @Test
  void aReplayScoresAPersonOfSeveralIdsAsOneFromTheStart() throws Exception {
    merge("key-1", "ada", "bob");
    merge("key-2", "bob", "cid");
    merge("key-1", "dan", "eve");
    merge("key-2", "fay", "gus");
    stack.send(Topics.IDENTITY, "key-1", new byte[] {1, 2, 3});
    Instant then = Instant.parse("2015-05-17T10:05:03Z");
    for (String id : List.of("ada", "bob", "cid", "dan", "eve", "fay", "gus")) {
      access(then, a -> a.setEventId("e-" + id).setLeadId(id).setPath("/pricing/basic"));
    }
    erase("key-2", "dan");
    erase("key-1", "fay");

    stack.awaitEnd(
        stack.run(
            "time: { mode: replay, until: '2015-05-17T10:30:00Z' }\nsource.bounded: true\n", null));

    List<TopicRecord<LeadScore>> scores = stack.read(Topics.LEAD_SCORE);
    assertThat(scores).extracting(score -> score.value().getLeadId()).containsOnly("cid");
    assertThat(scores.get(scores.size() - 1).value().getIntentMilli()).isEqualTo(30_000);
  }

  private void merge(String key, String leadId, String into) throws Exception {
    identity(key, leadId, change -> change.setKind(IdentityChangeKind.MERGE).setIntoLeadId(into));
  }

  private void erase(String key, String leadId) throws Exception {
    identity(key, leadId, change -> change.setKind(IdentityChangeKind.ERASE));
  }

  private void identity(String key, String leadId, UnaryOperator<IdentityChange.Builder> change)
      throws Exception {
    IdentityChange.Builder made =
        IdentityChange.newBuilder()
            .setEventId("i-" + leadId)
            .setLeadId(leadId)
            .setOccurredAt(Instant.parse("2015-05-17T10:00:00Z"));
    byte[] value = new RecordEncoder<>(Topics.IDENTITY).encode(change.apply(made).build());
    stack.send(Topics.IDENTITY, key, value);
  }

  private static void assertOutcomes(
      OutcomeTotals totals, long applied, long duplicate, long suspect, long expired, long dead) {
    assertThat(totals.engagements("applied")).isEqualTo(applied);
    assertThat(totals.engagements("duplicate")).isEqualTo(duplicate);
    assertThat(totals.engagements("suspect")).isEqualTo(suspect);
    assertThat(totals.engagements("expired")).isEqualTo(expired);
    assertThat(totals.engagements("dead-lettered")).isEqualTo(dead);
  }

  private void access(Instant occurredAt, UnaryOperator<WebAccess.Builder> change)
      throws Exception {
    WebAccess.Builder access =
        WebAccess.newBuilder()
            .setLeadId("lead-1")
            .setOccurredAt(occurredAt)
            .setKind(WebAccessKind.PAGE_VIEW);
    WebAccess built = change.apply(access).build();
    String key = String.valueOf(built.getLeadId());
    stack.send(Topics.WEB_ACCESS, key, new RecordEncoder<>(Topics.WEB_ACCESS).encode(built));
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
