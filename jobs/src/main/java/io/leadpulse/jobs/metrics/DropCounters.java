package io.leadpulse.jobs.metrics;

import io.leadpulse.engine.identity.DropReason;
import java.util.Set;

/**
 * How many records were dropped for each reason: {@code leadpulse}, {@code reason=REASON}, counter
 * {@code dropped}.
 */
public final class DropCounters extends TermCounters<DropReason> {
  /**
   * @param reasons those that this operator drops for
   */
  public DropCounters(Set<DropReason> reasons) {
    super(DropReason.class, reasons, DropReason::term, new Names("drops", "reason", "dropped"));
  }
}
