package io.leadpulse.jobs.metrics;

import io.leadpulse.jobs.record.RefusalCause;
import java.util.Set;

/**
 * How many records were refused for each cause: {@code leadpulse}, {@code cause=CAUSE}, counter
 * {@code dead-letters}.
 */
public final class RefusalCounters extends TermCounters<RefusalCause> {
  /**
   * @param causes those that this operator refuses for
   */
  public RefusalCounters(Set<RefusalCause> causes) {
    super(
        RefusalCause.class,
        causes,
        RefusalCause::term,
        new Names("refusals", "cause", "dead-letters"));
  }
}
