package io.leadpulse.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.cli.simulate.EventSender.Limit;
import io.leadpulse.cli.truth.Actor;
import io.leadpulse.cli.truth.Setting;
import io.leadpulse.cli.truth.Truth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthTest {
  private static final int MANY = 60_000;
  private static final Instant ORIGIN = Instant.parse("2020-01-06T00:00:00Z");
  private static final SimulationSettings SETTINGS =
      SimulationSettings.defaults().withLeads(500).withoutFuture();

  @TempDir private Path folder;
  private final Wire wire = new Wire();

  @Test
  void theFileHasEveryRecordExactlyOnce() throws Exception {
    Path file = folder.resolve("truth.jsonl");
    List<ProducerRecord<byte[], byte[]>> sent = send(file);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSameSizeAs(sent);
    RecordStream again = new Chronicle(SETTINGS, ORIGIN.toEpochMilli());
    for (int i = 0; i < lines.size(); i++) {
      JsonNode line = new JsonMapper().readTree(lines.get(i));
      SimulatedRecord record = again.next(0);
      assertThat(line.get("topic").asText()).isEqualTo(sent.get(i).topic());
      if (record.flaw() != Flaw.UNREADABLE && wire.value(record).hasField("eventId")) {
        assertThat(line.get("event_id").asText()).isEqualTo(wire.value(record).get("eventId"));
      } else {
        assertThat(line.get("event_id").asText()).isEmpty();
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameFileAndTheSameRecords() throws Exception {
    List<ProducerRecord<byte[], byte[]>> one = send(folder.resolve("one"));
    List<ProducerRecord<byte[], byte[]>> other = send(folder.resolve("other"));
    assertThat(folder.resolve("one")).hasSameBinaryContentAs(folder.resolve("other"));
    for (int i = 0; i < one.size(); i++) {
      assertThat(Arrays.equals(one.get(i).value(), other.get(i).value())).isTrue();
      assertThat(one.get(i).headers()).isEmpty();
    }
  }

  private List<ProducerRecord<byte[], byte[]>> send(Path file) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    AtomicLong seconds = new AtomicLong();
    MockProducer<byte[], byte[]> producer = new MockProducer<>(true, null, bytes, bytes);
    try (TruthTeller teller = TruthTeller.to(file);
        EventSender sender =
            new EventSender(
                producer,
                new Chronicle(SETTINGS, ORIGIN.toEpochMilli()),
                "test.",
                InstantSource.fixed(ORIGIN),
                () -> seconds.incrementAndGet() * 1_000_000_000L,
                teller)) {
      sender.run(1_000, new Limit(10_000, Long.MAX_VALUE));
    }
    return producer.history();
  }

  /** A record without a name holds nothing by which the lead could be found, nor what it is. */
  @Test
  void noRecordHoldsTheTruth() {
    RecordStream history = new Chronicle(SETTINGS, ORIGIN.toEpochMilli());
    for (int i = 0; i < MANY; i++) {
      SimulatedRecord record = history.next(0);
      if (record.flaw() == Flaw.UNREADABLE) {
        continue;
      }
      GenericRecord value = wire.value(record);
      Truth truth = record.truth();
      String text = value.toString();
      if (record.claim().leadId() == null && !truth.leadId().isEmpty()) {
        assertThat(text).doesNotContain(truth.leadId());
      }
      if (!truth.leadId().equals(record.claim().leadId()) && !truth.leadId().isEmpty()) {
        assertThat(text).doesNotContain('"' + truth.leadId() + '"');
      }
      assertThat(text).doesNotContain("-colleague", "mail-scanner", "image-proxy", "kiosk");
    }
  }

  @Test
  void everySceneAndEveryActorOccurs() {
    Set<Setting> settings = EnumSet.noneOf(Setting.class);
    Set<Actor> actors = EnumSet.noneOf(Actor.class);
    RecordStream history = new Chronicle(SETTINGS, ORIGIN.toEpochMilli());
    for (int i = 0; i < MANY; i++) {
      Truth truth = history.next(0).truth();
      settings.add(truth.setting());
      actors.add(truth.actor());
      assertThat(truth.actor() == Actor.MACHINE && !truth.leadId().isEmpty()).isFalse();
    }
    assertThat(settings).containsExactly(Setting.values());
    assertThat(actors).containsExactly(Actor.values());
  }

  @Test
  void copiesShareTheTruth() {
    Map<String, Truth> byId = new HashMap<>();
    RecordStream history = new Chronicle(SETTINGS, ORIGIN.toEpochMilli());
    int copies = 0;
    for (int i = 0; i < MANY; i++) {
      SimulatedRecord record = history.next(0);
      Truth before = byId.put(record.truth().eventId(), record.truth());
      if (record.flaw() == Flaw.DUPLICATE) {
        assertThat(record.truth()).isSameAs(before);
        copies++;
      }
    }
    assertThat(copies).isGreaterThan(100);
  }
}
