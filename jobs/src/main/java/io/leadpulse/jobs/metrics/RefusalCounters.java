package io.leadpulse.jobs.metrics;

import io.leadpulse.jobs.record.RefusalCause;
import java.util.EnumSet;

/**
 * How many records were refused for each cause: {@code leadpulse}, {@code cause=CAUSE}, counter
 * {@code dead-letters}.
 */
public final class RefusalCounters extends TermCounters<RefusalCause> {
  public RefusalCounters() {
    super(
        RefusalCause.class,
        EnumSet.allOf(RefusalCause.class),
        RefusalCause::term,
        new Names("refusals", "cause", "dead-letters"));
  }
}
