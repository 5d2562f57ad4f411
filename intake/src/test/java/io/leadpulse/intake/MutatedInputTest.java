package io.leadpulse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.intake.lead.LeadFrom;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A failing case names its seed; it alone repeats the case. */
class MutatedInputTest {
  private static final int CASES = 1_000;

  private static final String SAMPLES =
      """
      192.0.2.7 - taro [03/Feb/2024:18:04:05 +0900] "GET http://e.example/a/?b=c HTTP/1.1" 200 5 "https://x.example/y" "Agent"
      {"email":"a@example.com","event":"click","timestamp":1700000000.5,"url":"https://e.example/x?y","url_offset":{"index":3}}
      [{"email":"a@example.com","event":"open","timestamp":"1700000000"},{"email":"b@example.com","event":"bounce","timestamp":1}]
      {"test":"t","var":"v","payload":"[{\\"email\\":\\"a@example.com\\",\\"event\\":\\"open\\",\\"timestamp\\":5}]"}
      {"event":"webinar.participant_joined","event_ts":1700000000000,"payload":{"object":{"id":7,"duration":60,"participant":{"email":"a@example.com"}}}}
      {"event":"webinar.registration_created","event_ts":1700000000000,"payload":{"object":{"id":7,"registrant":{"id":"r","email":"a@example.com"}}}}
      {"participants":[{"user_email":"a@example.com","join_time":"2024-02-03T10:00:00Z","duration":600}]}
      {"id":7,"questions":[{"email":"a@example.com","question_details":[{"polling_id":"p","question":"q","answer":"a","date_time":"2024-02-03T10:00:00Z"}]}]}
      {"survey_answers":[{"email":"a@example.com","answer_details":[{"question":"q","answer":"a","date_time":"2024-02-03T10:00:00Z"}]}]}
      {"registrants":[{"id":"r","email":"a@example.com","create_time":"2024-02-03T10:00:00Z"}]}
      """;

  @ParameterizedTest
  @EnumSource
  void nothingIsThrownAndWhatIsSentCanBeRead(IntakeFormat format) {
    check(format, format.open(Reading.ids(), LeadFrom.NOTHING).topic());
  }

  private static <T extends SpecificRecord> void check(IntakeFormat format, Subject<T> topic) {
    RecordEncoder<T> encoder = new RecordEncoder<>(topic);
    RecordDecoder<T> decoder = new RecordDecoder<>(topic, Limits.EVENT);
    for (long seed = 0; seed < CASES; seed++) {
      Reading reading = Reading.of(format).bytes("sample", mutated(seed)).finish();
      for (T event : reading.events(topic.type())) {
        assertThat(decoder.decode(encoder.encode(event)))
            .as("seed %s", seed)
            .isEqualTo(new Decoded.Value<>(event));
      }
    }
  }

  /** The samples with pieces of them overwritten, repeated or taken out. */
  private static byte[] mutated(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder(SAMPLES);
    for (int left = random.nextInt(20); left > 0; left--) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + random.nextInt(30));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(to, text.substring(from, to).repeat(random.nextInt(1, 100)));
        case 2 -> text.insert(from, (char) random.nextInt(256));
        default -> text.setCharAt(from, (char) random.nextInt(128));
      }
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
