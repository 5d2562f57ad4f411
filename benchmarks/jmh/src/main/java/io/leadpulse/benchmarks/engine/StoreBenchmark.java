package io.leadpulse.benchmarks.engine;

import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.LeadStateCodec;
import io.leadpulse.engine.lead.ScoringSettings;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A lead turned into bytes and back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StoreBenchmark {
  private static final int LEADS = 8;

  @Param({"5", "30", "200"})
  public int entries;

  private final LeadStateCodec codec = new LeadStateCodec();
  private final byte[][] stored = new byte[LEADS][];
  private final LeadState[] leads = new LeadState[LEADS];
  private int next;

  @Setup
  public void setUp() {
    for (int i = 0; i < LEADS; i++) {
      leads[i] =
          Subjects.lead(
              Subjects.scorer(Subjects.model(), ScoringSettings.DEFAULT), entries, entries + i);
      stored[i] = codec.write(leads[i]);
    }
  }

  @Benchmark
  public byte[] serialise() {
    next = (next + 1) % LEADS;
    return codec.write(leads[next]);
  }

  @Benchmark
  public LeadState deserialise() {
    next = (next + 1) % LEADS;
    return codec.read(stored[next]);
  }
}
