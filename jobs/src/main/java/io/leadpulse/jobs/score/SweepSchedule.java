package io.leadpulse.jobs.score;

import java.util.concurrent.ScheduledFuture;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.jspecify.annotations.Nullable;

/** Lets a sweep work when it wants to, in the task's own thread; one timer, which can be moved. */
final class SweepSchedule {
  private final Sweep sweep;
  private final ProcessingTimeService clock;
  private @Nullable ScheduledFuture<?> timer;

  SweepSchedule(Sweep sweep, ProcessingTimeService clock) {
    this.sweep = sweep;
    this.clock = clock;
  }

  /** Has it look as soon as possible; one under way looks by itself, and keeps its pauses. */
  void wake() {
    if (!sweep.isActive()) {
      wakeIn(0);
    }
  }

  private void wakeIn(long millis) {
    if (timer != null) {
      timer.cancel(false);
    }
    // From the end of the stint, or its pause would have passed while it worked.
    timer =
        millis == Long.MAX_VALUE
            ? null
            : clock.registerTimer(clock.getCurrentProcessingTime() + millis, called -> run());
  }

  private void run() {
    wakeIn(sweep.run(clock.getCurrentProcessingTime()));
  }
}
