package io.leadpulse.jobs.cluster;

import io.leadpulse.jobs.record.RawRecord;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * Passes records on and fails the job whenever so many have passed, in all subtasks and attempts
 * together, until it has failed often enough.
 */
public final class Failing implements MapFunction<RawRecord, RawRecord> {
  private final Shared<AtomicInteger> passed = new Shared<>(new AtomicInteger());
  private final Shared<AtomicInteger> failed = new Shared<>(new AtomicInteger());
  private final int every;
  private final int times;

  public Failing(int every, int times) {
    this.every = every;
    this.times = times;
  }

  /** How often it failed the job. */
  public int failures() {
    return failed.get().get();
  }

  @Override
  public RawRecord map(RawRecord record) {
    int count = passed.get().incrementAndGet();
    if (count % every == 0 && failures() < times) {
      failed.get().incrementAndGet();
      throw new IllegalStateException("failed on purpose after " + count + " records");
    }
    return record;
  }
}
