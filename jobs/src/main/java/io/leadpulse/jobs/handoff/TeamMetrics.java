package io.leadpulse.jobs.handoff;

import io.leadpulse.engine.handoff.HandOffEvent;
import io.leadpulse.engine.handoff.HandOffEvent.Breached;
import io.leadpulse.engine.handoff.HandOffEvent.Moved;
import io.leadpulse.engine.handoff.TeamEvent;
import io.leadpulse.engine.handoff.TeamEvent.Progressed;
import io.leadpulse.engine.handoff.TeamEvent.Released;
import io.leadpulse.engine.handoff.TeamEvent.Unworked;
import io.leadpulse.engine.handoff.TeamEvent.Withdrawn;
import java.util.function.IntSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * What is counted of one team since the job's start: {@code leadpulse}, {@code team=TEAM}, and how
 * many hot leads wait there now.
 */
final class TeamMetrics {
  private final Counter released;
  private final Counter withdrawn;
  private final Counter unworked;
  private final Counter moved;
  private final Counter breached;

  /**
   * @param leadpulse the operator's group for what is ours
   * @param waiting tells how many wait now
   */
  TeamMetrics(MetricGroup leadpulse, String team, IntSupplier waiting) {
    MetricGroup group = leadpulse.addGroup("team", team);
    released = group.counter("released");
    withdrawn = group.counter("withdrawn");
    unworked = group.counter("unworked");
    moved = group.counter("moved");
    breached = group.counter("breached");
    group.gauge("waiting", waiting::getAsInt);
  }

  void count(TeamEvent event) {
    if (event.what() instanceof Released) {
      released.inc();
    } else if (event.what() instanceof Withdrawn) {
      withdrawn.inc();
    } else if (event.what() instanceof Unworked) {
      unworked.inc();
    } else if (event.what() instanceof Progressed progressed) {
      count(progressed.event());
    }
  }

  private void count(HandOffEvent event) {
    if (event instanceof Moved) {
      moved.inc();
    } else if (event instanceof Breached) {
      breached.inc();
    }
  }
}
