package io.leadpulse.jobs.account;

import io.leadpulse.engine.account.AccountRules;
import java.io.Serializable;
import java.time.Duration;

/**
 * How accounts are scored in a deployment.
 *
 * @param isReplay whether time is that of the events
 * @param endHour hours since the epoch at which a bounded replay ends; {@link Integer#MAX_VALUE}
 *     for none
 * @param emitInterval how long changes of one score are gathered; below a millisecond every change
 *     is written at once
 */
public record AccountSettings(boolean isReplay, int endHour, Duration emitInterval)
    implements Serializable {
  boolean hasEnd() {
    return endHour != Integer.MAX_VALUE;
  }

  AccountRules rules() {
    return AccountRules.DEFAULT;
  }
}
