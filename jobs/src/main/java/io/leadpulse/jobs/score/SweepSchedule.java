package io.leadpulse.jobs.score;

import java.util.concurrent.ScheduledFuture;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.jspecify.annotations.Nullable;

/** Lets a sweep work when it wants to, in the task's own thread; one timer, which can be moved. */
final class SweepSchedule {
  private final Sweep sweep;
  private final ProcessingTimeService clock;
  private final Runnable afterwards;
  private @Nullable ScheduledFuture<?> timer;

  /**
   * @param afterwards done after each stint, so that no barrier finds its rows waiting
   */
  SweepSchedule(Sweep sweep, ProcessingTimeService clock, Runnable afterwards) {
    this.sweep = sweep;
    this.clock = clock;
    this.afterwards = afterwards;
  }

  /** Has it look as soon as possible. */
  void wake() {
    wakeAt(clock.getCurrentProcessingTime());
  }

  private void wakeAt(long time) {
    if (timer != null) {
      timer.cancel(false);
    }
    timer = time == Long.MAX_VALUE ? null : clock.registerTimer(time, called -> run());
  }

  private void run() {
    long next = sweep.run(clock.getCurrentProcessingTime());
    afterwards.run();
    wakeAt(next);
  }
}
