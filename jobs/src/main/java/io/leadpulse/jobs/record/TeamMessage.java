package io.leadpulse.jobs.record;

import io.leadpulse.engine.handoff.TeamInput;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * What a team is told, on its way there.
 *
 * @param at when it happened, epoch milliseconds
 */
public record TeamMessage(String team, long at, TeamInput input) {
  /** Has to be named to every stream of this type: what Flink would find by itself is refused. */
  public static final TypeInformation<TeamMessage> TYPE =
      new ImmutableType<>(TeamMessage.class, new TeamMessageSerializer());
}
