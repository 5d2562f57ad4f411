package io.leadpulse.chaos.fault;

import io.leadpulse.chaos.agent.Point;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One fault.
 *
 * @param point where the process dies; null at any time
 * @param suspended how long it stands still (SIGSTOP) instead of dying; zero to kill it (SIGKILL)
 * @param draw picks one of several processes: the remainder by their number
 * @param delay after the job has recovered from the fault before
 */
public record Fault(
    Target target, @Nullable Point point, Duration suspended, int draw, Duration delay) {

  /** What is done, for reports: {@code random}, {@code suspended}, or the name of a point. */
  public String manner() {
    if (point != null) {
      return point.term();
    }
    return suspended.isZero() ? "random" : "suspended";
  }

  @Override
  public String toString() {
    String which = target == Target.TASK_MANAGER && point == null ? " draw " + draw : "";
    String length = suspended.isZero() ? "" : " for " + suspended.toMillis() + " ms";
    return String.format(
        Locale.ROOT,
        "after %4d ms  %-12s %s%s%s",
        delay.toMillis(),
        target.term(),
        manner(),
        length,
        which);
  }
}
