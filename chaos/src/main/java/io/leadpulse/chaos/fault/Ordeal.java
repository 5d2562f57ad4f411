package io.leadpulse.chaos.fault;

import io.leadpulse.chaos.cluster.Cluster;
import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** One fault after the other, each once the job has recovered from the one before. */
public final class Ordeal {
  /** Records that came right after a fault may be of a checkpoint that was under way. */
  private static final long GUARD_MILLIS = 500;

  private static final Duration LIMIT = Duration.ofMinutes(4);

  private final Cluster cluster;
  private final Striker striker;
  private final LongSupplier newest;
  private final List<Blow> blows = new ArrayList<>();
  private final List<Long> recoveries = new ArrayList<>();

  /**
   * @param newest when the broker got the newest output that was seen committed, epoch milliseconds
   */
  public Ordeal(Cluster cluster, Striker striker, LongSupplier newest) {
    this.cluster = cluster;
    this.striker = striker;
    this.newest = newest;
  }

  /** Waits for the first output of all. */
  public void begin() {
    cluster.await("the first output", LIMIT, () -> newest.getAsLong() > 0);
  }

  /**
   * Carries out a fault, and waits for the next committed output; whatever else falls meanwhile is
   * started again.
   *
   * @return what was done and how it went, for people
   */
  public String strike(Fault fault) throws IOException {
    pause(fault.delay());
    Blow blow = striker.strike(fault);
    striker.revive();
    cluster.await("output after " + blow, LIMIT, () -> isBackAfter(blow));
    long millis = System.currentTimeMillis() - blow.atMillis();
    blows.add(blow);
    recoveries.add(millis);
    return "%-12s %-26s back after %5d ms".formatted(blow.target().term(), blow.manner(), millis);
  }

  private boolean isBackAfter(Blow blow) {
    try {
      striker.revive();
    } catch (IOException e) {
      throw CliException.failure("a process does not start again", e);
    }
    return newest.getAsLong() > blow.atMillis() + GUARD_MILLIS;
  }

  private static void pause(Duration length) {
    long end = System.nanoTime() + length.toNanos();
    for (long left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** How many faults were carried out. */
  public int blows() {
    return blows.size();
  }

  /** How many faults by whose process was struck. */
  public Map<String, Integer> byTarget() {
    Map<String, Integer> counts = new TreeMap<>();
    blows.forEach(blow -> counts.merge(blow.target().term(), 1, Integer::sum));
    return counts;
  }

  /** How many faults by manner: at random, or at which point. */
  public Map<String, Integer> byPoint() {
    Map<String, Integer> counts = new TreeMap<>();
    blows.forEach(blow -> counts.merge(blow.manner(), 1, Integer::sum));
    return counts;
  }

  /** Points that no process came to in time; a kill at a random time took each one's place. */
  public int missed() {
    return striker.missed();
  }

  public Recoveries recoveries() {
    return Recoveries.of(recoveries);
  }
}
