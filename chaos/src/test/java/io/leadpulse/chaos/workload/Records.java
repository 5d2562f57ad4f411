package io.leadpulse.chaos.workload;

import io.leadpulse.engine.release.CompiledModel;
import io.leadpulse.engine.release.ModelParser;
import io.leadpulse.jobs.codec.InputCodec;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.jobs.record.SourceTopic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Entries as the job reads them. */
public final class Records {
  private static final Map<String, SourceTopic> SOURCES =
      Arrays.stream(SourceTopic.values())
          .collect(Collectors.toMap(SourceTopic::baseName, Function.identity()));

  private final WireForm form = new WireForm();
  private final InputCodec codec = new InputCodec();
  private long offset;

  public CompiledModel model() {
    return ModelParser.parse("chaos.yaml", ChaosModel.text(), 1).orThrow();
  }

  public LeadInput read(Entry entry) {
    offset++;
    RawRecord raw =
        new RawRecord(
            entry.lane().topic("test."),
            0,
            offset,
            Calendar.END.toEpochMilli() + offset,
            entry.leadId().getBytes(StandardCharsets.UTF_8),
            form.of(entry));
    Reading<SourceInput> reading = codec.read(SOURCES.get(entry.lane().source()), raw);
    return (LeadInput) ((Reading.Value<SourceInput>) reading).value();
  }
}
