package io.leadpulse.cli.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.schemas.ScoringModelRelease;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Values that nobody else has, in every place where a secret or something personal may be. */
final class Canaries {
  static final String PASSWORD = "canary-secret-7f3a";
  static final String JAAS = "canary-jaas-51c9";
  private static final String MAIL = "canary.hanako@example.test";
  private static final String NAME = "Canary Hanako";
  private static final String ADDRESS = "203.0.113.77";
  private static final String AGENT = "CanaryBrowser/9.9";
  private static final String TERMS = "canary salary of";
  private static final List<String> ALL =
      List.of(PASSWORD, JAAS, MAIL, NAME, ADDRESS, AGENT, TERMS, "canary", "Canary");

  private final JobStack stack;

  Canaries(JobStack stack) {
    this.stack = stack;
  }

  /** Engagements of every fate: 8 records, 5 of them dead letters. */
  void sendEngagements() throws Exception {
    Instant now = Instant.now();
    send(now, a -> a.setEventId("e-1"));
    send(now, a -> a.setEventId("e-1"));
    send(now, a -> a.setEventId("e-2").setOwnStaff(true));
    send(now, a -> a.setEventId("e-3").setLeadId(" "));
    send(now, a -> a.setEventId("e-4").setOccurredAt(now.plus(Duration.ofDays(2))));
    byte[] whole = encoded(access(now).setEventId("e-5").build());
    stack.send(Topics.WEB_ACCESS, MAIL, Arrays.copyOf(whole, whole.length - 3));
    stack.send(Topics.WEB_ACCESS, MAIL, (MAIL + ' ' + NAME).getBytes(StandardCharsets.UTF_8));
    stack.send(Topics.EMAIL_ENGAGEMENT, MAIL, null);
  }

  /** One more, after which a job is known to have come back. */
  void sendAnother() throws Exception {
    send(Instant.now(), a -> a.setEventId("e-9"));
  }

  /** A release that is not valid, in three ways. */
  void release() throws Exception {
    String yaml = "model: minimal\n# %s %s\nsignals: { x: [ %s".formatted(MAIL, PASSWORD, NAME);
    ScoringModelRelease release =
        new ScoringModelRelease("minimal", 2L, Instant.EPOCH, Instant.EPOCH, yaml, "");
    stack.send(
        Topics.SCORING_MODEL,
        "minimal@2",
        new RecordEncoder<>(Topics.SCORING_MODEL).encode(release));
  }

  private void send(Instant at, UnaryOperator<WebAccess.Builder> change) throws Exception {
    stack.send(Topics.WEB_ACCESS, "lead-1", encoded(change.apply(access(at)).build()));
  }

  private static WebAccess.Builder access(Instant at) {
    return WebAccess.newBuilder()
        .setLeadId("lead-1")
        .setOccurredAt(at)
        .setKind(WebAccessKind.FORM_SUBMIT)
        .setFormId("contact")
        .setIp(ADDRESS)
        .setUserAgent(AGENT + ' ' + MAIL)
        .setSearchTerms(TERMS + ' ' + NAME);
  }

  private static byte[] encoded(WebAccess access) {
    return new RecordEncoder<>(Topics.WEB_ACCESS).encode(access);
  }

  /** None of them is in the text. */
  static void assertNone(String what, String text) {
    List<String> lines =
        text.lines().filter(line -> ALL.stream().anyMatch(line::contains)).toList();
    assertThat(lines).as("what gives away a canary in " + what).isEmpty();
  }
}
