package io.leadpulse.jobs.record;

import io.leadpulse.engine.account.MemberUpdate;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** What crosses the network from leads to their accounts. Immutable. */
public sealed interface AccountInput {
  /** Has to be named to every stream of this type: what Flink would find by itself is refused. */
  TypeInformation<AccountInput> TYPE =
      new ImmutableType<>(AccountInput.class, new AccountInputSerializer());

  /** The account's id, never empty. */
  String accountId();

  /**
   * What became of a lead.
   *
   * @param company its name, empty if it is not known
   */
  record Scored(String accountId, String company, MemberUpdate update) implements AccountInput {}

  /**
   * An alert on its way, to which the account adds the lead's colleagues.
   *
   * @param hour the time that it holds for, hours since the epoch
   */
  record Alerted(String accountId, String leadId, String scorecard, int hour, OutputRecord alert)
      implements AccountInput {}
}
