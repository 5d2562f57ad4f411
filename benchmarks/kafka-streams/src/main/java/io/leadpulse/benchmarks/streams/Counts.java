package io.leadpulse.benchmarks.streams;

import io.leadpulse.benchmarks.block.Threads;
import io.leadpulse.engine.lead.Outcome;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** What the one stream thread counts; read by others. */
final class Counts {
  private static final Outcome[] OUTCOMES = Outcome.values();

  private final AtomicLong inputs = new AtomicLong();
  private final AtomicLong reads = new AtomicLong();
  private final AtomicLong writes = new AtomicLong();
  private final AtomicLong records = new AtomicLong();
  private final AtomicLongArray outcomes = new AtomicLongArray(OUTCOMES.length);

  /** Takes note of an input that is done with. */
  void input(Outcome outcome) {
    outcomes.lazySet(outcome.ordinal(), outcomes.getPlain(outcome.ordinal()) + 1);
    add(inputs);
  }

  void read() {
    add(reads);
  }

  void write() {
    add(writes);
  }

  void record() {
    add(records);
  }

  /** There is one writer, so nothing has to be atomic. */
  private static void add(AtomicLong counter) {
    counter.lazySet(counter.getPlain() + 1);
  }

  long inputs() {
    return inputs.get();
  }

  Map<String, Long> totals() {
    Map<String, Long> totals = new TreeMap<>();
    totals.put("bytes_allocated", Threads.allocated("-StreamThread-"));
    totals.put("backend_reads", reads.get());
    totals.put("backend_writes", writes.get());
    totals.put("records_out", records.get());
    return totals;
  }

  /** By the outcome's term; those without any input are left out. */
  Map<String, Long> outcomes() {
    Map<String, Long> counts = new TreeMap<>();
    for (Outcome outcome : OUTCOMES) {
      if (outcomes.get(outcome.ordinal()) > 0) {
        counts.put(outcome.term(), outcomes.get(outcome.ordinal()));
      }
    }
    return counts;
  }
}
