package io.leadpulse.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.benchmarks.traffic.Audience;
import io.leadpulse.benchmarks.traffic.Sent;
import io.leadpulse.benchmarks.traffic.Traffic;
import io.leadpulse.benchmarks.traffic.TrafficSettings;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.SourceTopic;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class LeanTest {
  private final Traffic traffic =
      new Traffic(
          TrafficSettings.usual(1, new Audience(100, 0.8, 0), 100, 5_000, 200, Instant.EPOCH));
  private final LeanReader reader = new LeanReader();
  private final LeanSerializer serializer = new LeanSerializer();
  private final LeanWriter writer = new LeanWriter();
  private final LeanForm form = new LeanForm();

  @Test
  void whatIsReadByHandIsWhatAvroReads() throws IOException {
    while (traffic.hasNext()) {
      Sent sent = traffic.next();
      SourceTopic source = source(sent);
      OutputRecord output = writer.plain(exchanged(reader.read(source, sent.value())));
      assertThat(output.value()).isEqualTo(form.of(source, sent.value()));
      assertThat(output.key()).isEqualTo(sent.key());
    }
  }

  @Test
  void theStandardCopyGivesTheRecordsBack() throws IOException {
    AnyAvroSerializer avro = new AnyAvroSerializer();
    while (traffic.hasNext()) {
      Sent sent = traffic.next();
      DataOutputSerializer out = new DataOutputSerializer(512);
      avro.serialize(AvroRecords.decode(source(sent), sent.value()), out);
      byte[] back =
          AvroRecords.encode(avro.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())));
      assertThat(back).isEqualTo(sent.value());
    }
  }

  private LeanEvent exchanged(LeanEvent event) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(512);
    serializer.serialize(event, out);
    return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
  }

  private static SourceTopic source(Sent sent) {
    return Arrays.stream(SourceTopic.values())
        .filter(source -> source.baseName().equals(sent.kind().subject().name()))
        .findFirst()
        .orElseThrow();
  }
}
