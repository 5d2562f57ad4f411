package io.leadpulse.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.lead.LeadScorer;
import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.lead.ScoreRow;
import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.engine.lead.Step;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.release.CompiledModel;
import io.leadpulse.engine.release.ModelParser;
import io.leadpulse.intake.IntakeFormat;
import io.leadpulse.intake.lead.HashKey;
import io.leadpulse.intake.lead.LeadFrom;
import io.leadpulse.intake.lead.LeadIds;
import io.leadpulse.intake.row.Row;
import io.leadpulse.jobs.codec.InputCodec;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A mail service sends a batch again until it is acknowledged: SendGrid says for up to 24 hours,
 * and some have seen a batch 46 times over 29 hours.
 */
class RedeliveryTest {
  private static final long SENT = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
  private static final long OVER = 29 * Hours.MILLIS;
  private static final int MOST = 46;
  private static final int MEAN = 3;
  private static final int RECIPIENTS = 40;
  private static final LeadIds IDS =
      new LeadIds(
          HashKey.parse("a key for tests, of 32 bytes....".getBytes(StandardCharsets.UTF_8)));

  /** Copies of one event. */
  private record Copy(EmailEngagement event, long at) {}

  @Test
  void aBatchThatComesAgainAndAgainCountsOnce() throws IOException {
    List<EmailEngagement> batch = batch();
    Inbox once = new Inbox();
    batch.forEach(event -> once.take(new Copy(event, event.getOccurredAt().toEpochMilli())));
    Map<String, Long> expected = once.intents();
    assertThat(expected).hasSizeGreaterThan(RECIPIENTS / 2);

    for (long seed = 0; seed < 20; seed++) {
      Inbox often = new Inbox();
      List<Copy> copies = copies(batch, new SplittableRandom(seed));
      copies.forEach(often::take);
      assertThat(often.intents()).isEqualTo(expected);
      assertThat(often.duplicates).isEqualTo(copies.size() - batch.size());
    }
  }

  /** Every event once at least and 46 times at most, in the order in which the copies come. */
  private static List<Copy> copies(List<EmailEngagement> batch, SplittableRandom random) {
    List<Copy> copies = new ArrayList<>();
    for (EmailEngagement event : batch) {
      long at = event.getOccurredAt().toEpochMilli();
      int count = 1;
      while (count < MOST && random.nextInt(MEAN) > 0) {
        count++;
      }
      count = copies.isEmpty() ? MOST : count;
      for (int i = 0; i < count; i++) {
        copies.add(new Copy(event, at + random.nextLong(OVER)));
      }
    }
    copies.sort(Comparator.comparingLong(Copy::at));
    return copies;
  }

  /** A mail to some people: all get it, most open it, some click one link or two, later. */
  private static List<EmailEngagement> batch() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    StringBuilder json = new StringBuilder();
    for (int person = 0; person < RECIPIENTS; person++) {
      long at = SENT / 1000 + person;
      json.append(event(person, "delivered", at, ""));
      for (int i = random.nextInt(3); i > 0; i--) {
        json.append(event(person, "open", at + 600 + random.nextInt(7_200), ""));
      }
      for (int i = 1 + random.nextInt(2); i > 0; i--) {
        String link = ",\"url\":\"https://www.example.jp/price/" + i + "\"";
        json.append(event(person, "click", at + 1_200 + random.nextInt(7_200), link));
      }
    }
    List<EmailEngagement> events = new ArrayList<>();
    IntakeFormat.SENDGRID
        .open(IDS, LeadFrom.NOTHING)
        .read(
            "batch.json",
            new ByteArrayInputStream(json.toString().getBytes(StandardCharsets.UTF_8)),
            row -> events.add((EmailEngagement) ((Row.Sent<?>) row).event()));
    return events;
  }

  private static String event(int person, String type, long at, String more) {
    return """
        {"email":"p%d@example.jp","event":"%s","timestamp":%d,"sg_event_id":"%s-%d-%d",
         "sg_message_id":"m-%d","useragent":"Mozilla/5.0 (X11; Linux) Gecko/1 Firefox/1"%s}
        """
        .formatted(person, type, at, type, person, at, person, more);
  }

  /** Scores of what comes, without a cluster. */
  private static final class Inbox {
    private final RecordEncoder<EmailEngagement> encoder =
        new RecordEncoder<>(Topics.EMAIL_ENGAGEMENT);
    private final InputCodec codec = new InputCodec();
    private final LeadScorer scorer = scorer();
    private final Map<String, LeadState> leads = new HashMap<>();
    private int duplicates;

    private static LeadScorer scorer() {
      CompiledModel model = model();
      return new LeadScorer(
          model.model(), model.classifier(), model.profilePolicy(), ScoringSettings.DEFAULT);
    }

    private static CompiledModel model() {
      try {
        String yaml = Files.readString(Path.of("..", "config", "models", "b2b-japan.yaml"));
        return ModelParser.parse("b2b-japan.yaml", yaml, 1).orThrow();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void take(Copy copy) {
      SourceTopic source = SourceTopic.EMAIL_ENGAGEMENT;
      byte[] value = encoder.encode(copy.event());
      RawRecord raw = new RawRecord(source.baseName(), 0, 0, copy.at(), null, value);
      if (!(codec.read(source, raw) instanceof Reading.Value<SourceInput> read)) {
        throw new AssertionError("an event of the batch is refused");
      }
      LeadInput.Engaged engaged = (LeadInput.Engaged) read.value();
      LeadState state = leads.computeIfAbsent(engaged.leadId(), id -> new LeadState());
      Step step = scorer.onEngagement(state, engaged.engagement(), () -> Profile.UNKNOWN);
      duplicates += step.outcome() == Outcome.DUPLICATE ? 1 : 0;
    }

    /** Milli-points by lead and scorecard, four days later. */
    Map<String, Long> intents() {
      int end = Hours.of(SENT) + 96;
      Map<String, Long> intents = new TreeMap<>();
      leads.forEach(
          (id, state) -> {
            for (ScoreRow row : scorer.onEnd(state, id, end, () -> Profile.UNKNOWN).rows()) {
              if (row.content() != null) {
                intents.put(id + "/" + row.scorecard(), row.content().score().intent());
              }
            }
          });
      return intents;
    }
  }
}
