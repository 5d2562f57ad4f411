package io.leadpulse.engine.account;

import java.util.Map;

/**
 * What has become of one lead of an account.
 *
 * @param hour the time that it holds for, hours since the epoch
 * @param activeAt when its newest engagement happened, epoch milliseconds; {@link Long#MIN_VALUE}
 *     for never
 * @param intents milli-points by scorecard, of those that changed; 0 for a score that is gone
 * @param isGone whether it is none of the account's any more, on any scorecard
 */
public record MemberUpdate(
    String leadId, int hour, long activeAt, Map<String, Long> intents, boolean isGone) {
  public MemberUpdate {
    intents = Map.copyOf(intents);
  }

  /** A lead that leaves the account. */
  public static MemberUpdate gone(String leadId, int hour) {
    return new MemberUpdate(leadId, hour, Long.MIN_VALUE, Map.of(), true);
  }
}
