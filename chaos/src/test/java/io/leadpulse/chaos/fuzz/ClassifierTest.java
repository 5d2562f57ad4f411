package io.leadpulse.chaos.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.chaos.fuzz.Classifier.Fate;
import io.leadpulse.jobs.codec.InputCodec;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.jobs.record.SourceTopic;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class ClassifierTest {
  private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
  private static final int RECORDS = 20_000;

  private final Classifier classifier = new Classifier();
  private final Specimens specimens = new Specimens(1, 50, NOW);

  @Test
  void goodRecordsAreGood() {
    for (int number = 0; number < 500; number++) {
      Specimen specimen = specimens.make(number, new SplittableRandom(number));
      assertThat(fate(specimen.source(), specimen.bytes())).isEqualTo(Fate.GOOD);
    }
  }

  @Test
  void seesWhatAvroAloneWouldTake() {
    Specimen specimen = specimens.make(SourceTopic.WEB_ACCESS, 1, new SplittableRandom(1));
    byte[] bytes = specimen.bytes();
    byte[] noBoolean = bytes.clone();
    noBoolean[bytes.length - 1] = 2;
    assertThat(fate(SourceTopic.WEB_ACCESS, noBoolean)).isEqualTo(Fate.REFUSED);
    byte[] noText = bytes.clone();
    noText[11] = (byte) 0xFF;
    assertThat(fate(SourceTopic.WEB_ACCESS, noText)).isEqualTo(Fate.REFUSED);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThat(fate(SourceTopic.WEB_ACCESS, longer)).isEqualTo(Fate.REFUSED);
    assertThat(fate(SourceTopic.SALES_ACTIVITY, bytes)).isEqualTo(Fate.REFUSED);
  }

  @Test
  void agreesWithTheJobsReaderWhichSharesNoCodeWithIt() {
    Vandal vandal = new Vandal(7, specimens);
    InputCodec codec = new InputCodec();
    Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
    for (int number = 0; number < RECORDS; number++) {
      ProducerRecord<byte[], byte[]> message = vandal.damaged(number);
      SourceTopic source = source(message.topic());
      RawRecord raw =
          new RawRecord(
              message.topic(), 0, number, NOW.toEpochMilli(), message.key(), message.value());
      Fate fate = fate(source, message.value());
      fates.merge(fate, 1, Integer::sum);
      assertThat(isTaken(codec.read(source, raw)))
          .as("record %d", number)
          .isEqualTo(fate != Fate.REFUSED);
    }
    assertThat(fates).containsOnlyKeys(Fate.values());
  }

  /** The job checks for the future behind its reader. */
  private static boolean isTaken(Reading<SourceInput> reading) {
    return reading instanceof Reading.Value<SourceInput> value
        && value.value().occurredAt() <= NOW.toEpochMilli() + 300_000;
  }

  private Fate fate(SourceTopic source, byte[] bytes) {
    return classifier.of(source, bytes, NOW.toEpochMilli());
  }

  private static SourceTopic source(String topic) {
    return Arrays.stream(SourceTopic.values())
        .filter(source -> topic.endsWith(source.baseName()))
        .findFirst()
        .orElseThrow();
  }
}
