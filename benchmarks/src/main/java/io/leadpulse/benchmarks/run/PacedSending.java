package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.block.BlockOrder;
import io.leadpulse.jobs.config.BadConfigException;
import io.leadpulse.jobs.config.JobConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends the measured records by a timetable that does not wait for anybody: the time of each record
 * is that at which it was to be sent, however late it was sent in fact. So a job or a broker that
 * stalls delays all that were due meanwhile, and is not spared them.
 */
final class PacedSending implements Sending {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final long PAUSE_NANOS = Duration.ofMillis(1).toNanos();

  private final Broker broker;
  private final double perSecond;
  private final Delays alerts = new Delays();
  private final Delays scores = new Delays();
  private @Nullable Witness witness;

  PacedSending(Broker broker, double perSecond) {
    this.broker = broker;
    this.perSecond = perSecond;
  }

  /** From when an event was to be sent until an alert that it raised could be read. */
  Delays alerts() {
    return alerts;
  }

  /** The same of rows of scores. */
  Delays scores() {
    return scores;
  }

  @Override
  public void send(BlockOrder order, Sender sender, Feeder feeder, BooleanSupplier goesOn) {
    feeder.feed(order.from());
    feeder.awaitAllTaken();
    long start = System.currentTimeMillis();
    witness = Witness.start(broker, sender.prefix(), start, alerts, scores);
    long nanos = System.nanoTime();
    long first = sender.sent();
    while (sender.sent() < order.all() - 1 && goesOn.getAsBoolean()) {
      double due = (System.nanoTime() - nanos) / NANOS_PER_SECOND * perSecond;
      while (sender.sent() - first <= due && sender.sent() < order.all() - 1) {
        sender.send(start + intended(sender.sent() - first));
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    sender.flush();
    sendLast(order, sender);
  }

  private long intended(long number) {
    return (long) (number / perSecond * TimeUnit.SECONDS.toMillis(1));
  }

  /**
   * The last record is held back: with it the job stops, which commits at once, and what came
   * shortly before it would be visible sooner than it ever is in operation.
   */
  private static void sendLast(BlockOrder order, Sender sender) {
    long end = System.nanoTime() + 2 * checkpointInterval(order).toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    sender.send(System.currentTimeMillis());
    sender.flush();
  }

  private static Duration checkpointInterval(BlockOrder order) {
    try {
      return JobConfig.parse("benchmark", order.config()).checkpoint().interval();
    } catch (BadConfigException e) {
      throw new IllegalStateException("a block runs with it", e);
    }
  }

  @Override
  public void ended() {
    if (witness != null) {
      witness.stop();
    }
  }
}
