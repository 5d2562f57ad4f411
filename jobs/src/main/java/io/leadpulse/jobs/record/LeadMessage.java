package io.leadpulse.jobs.record;

import io.leadpulse.engine.handoff.LeadNews;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * What the hand-off is told of a lead, on its way to where all of that lead comes together.
 *
 * @param at when it happened, epoch milliseconds
 */
public record LeadMessage(String leadId, long at, LeadNews news) {
  /** Has to be named to every stream of this type: what Flink would find by itself is refused. */
  public static final TypeInformation<LeadMessage> TYPE =
      new ImmutableType<>(LeadMessage.class, new LeadMessageSerializer());
}
