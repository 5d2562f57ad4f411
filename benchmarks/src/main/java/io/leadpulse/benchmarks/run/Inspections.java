package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.measure.Figures;
import io.leadpulse.benchmarks.traffic.Sent;
import io.leadpulse.benchmarks.traffic.Trace;
import io.leadpulse.engine.classify.Classifier;
import io.leadpulse.engine.release.ModelParser;
import io.leadpulse.jobs.codec.InputCodec;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceInput;
import java.io.IOException;

/**
 * How many signals of a model events are held against. Worked out beside the job, which does the
 * same and counts nothing.
 */
final class Inspections {
  private static final int SAMPLE = 100_000;

  private final InputCodec codec = new InputCodec();
  private final long recordedAt;
  private final Classifier classifier;
  private final int[] matched;

  Inspections(Load load) {
    recordedAt = load.traffic().asOf().toEpochMilli();
    classifier = ModelParser.parse("benchmark", load.model(), 1).orThrow().classifier();
    matched = new int[classifier.capacity()];
  }

  /**
   * Per event, of the first 100,000 at most.
   *
   * @param skipped records of the trace that come before them
   */
  double perEvent(Trace trace, long skipped) throws IOException {
    long end = Math.min(trace.records(), skipped + SAMPLE);
    long sum = 0;
    try (Trace.Reader records = trace.open()) {
      for (long i = 0; i < end; i++) {
        Sent sent = records.next();
        sum += i < skipped ? 0 : inspected(sent, i);
      }
    }
    return Figures.rounded((double) sum / (end - skipped));
  }

  private int inspected(Sent sent, long offset) {
    String topic = sent.kind().subject().name();
    RawRecord raw = new RawRecord(topic, 0, offset, recordedAt, sent.key(), sent.value());
    if (codec.read(sent.kind().source(), raw) instanceof Reading.Value<SourceInput> read) {
      return read.value() instanceof LeadInput.Engaged engaged ? inspected(engaged) : 0;
    }
    throw new IllegalStateException("the job would refuse record " + offset + " of the traffic");
  }

  private int inspected(LeadInput.Engaged engaged) {
    classifier.classify(engaged.engagement(), matched);
    return classifier.inspected();
  }
}
