package io.leadpulse.chaos.fuzz;

import io.leadpulse.chaos.fuzz.Classifier.Fate;
import io.leadpulse.chaos.stage.ColdReplay;
import io.leadpulse.jobs.codec.InputCodec;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.jobs.record.SourceTopic;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What must come out, worked out from the records that the topics really hold. */
final class Expectation {
  private final Classifier classifier = new Classifier();
  private final InputCodec codec = new InputCodec();
  private final ColdReplay scores;
  private final Set<Place> refused = new HashSet<>();
  private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
  private final Map<String, FuzzReport.Kind> damage = new TreeMap<>();
  private long unread;

  /** Where a record lies. */
  record Place(String topic, int partition, long offset) {}

  Expectation(ColdReplay scores) {
    this.scores = scores;
  }

  void take(SourceTopic source, RawRecord raw, ConsumerRecord<byte[], byte[]> message) {
    Fate fate = classifier.of(source, raw.value(), raw.recordedAt());
    fates.merge(fate, 1L, Long::sum);
    if (fate == Fate.REFUSED) {
      refused.add(new Place(raw.topic(), raw.partition(), raw.offset()));
    } else if (fate == Fate.GOOD) {
      score(source, raw);
    }
    Header header = message.headers().lastHeader(Vandal.HEADER);
    if (header != null) {
      damage.merge(
          Damage.values()[header.value()[0]].term(),
          new FuzzReport.Kind(1, fate == Fate.REFUSED ? 1 : 0),
          (a, b) -> new FuzzReport.Kind(a.records() + b.records(), a.refused() + b.refused()));
    }
  }

  private void score(SourceTopic source, RawRecord raw) {
    if (codec.read(source, raw) instanceof Reading.Value<SourceInput> value) {
      // Visitors are found no leads here: their engagements wait, and links tell of other visitors.
      if (value.value() instanceof LeadInput input) {
        scores.take(input);
      }
    } else {
      unread++;
    }
  }

  /** Records that the job must refuse, and no others. */
  Set<Place> refused() {
    return refused;
  }

  long count(Fate fate) {
    return fates.getOrDefault(fate, 0L);
  }

  /** Good records that the job's reader does not read: each is a difference. */
  long unread() {
    return unread;
  }

  Map<String, FuzzReport.Kind> damage() {
    return damage;
  }
}
