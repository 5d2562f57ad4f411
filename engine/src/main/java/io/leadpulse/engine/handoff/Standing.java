package io.leadpulse.engine.handoff;

import io.leadpulse.engine.lead.Tier;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;
import java.util.List;

/**
 * A row of a lead's score as the hand-off needs it.
 *
 * @param team in charge of the lead; empty if none is
 * @param held whether sales has it
 * @param topics of interest, strongest first
 */
public record Standing(
    String leadId,
    String scorecard,
    Tier tier,
    boolean held,
    Exclusion exclusion,
    String team,
    String owner,
    String accountId,
    String company,
    Fit fit,
    long intentMilli,
    List<String> topics,
    String modelId,
    long modelVersion) {
  public Standing {
    topics = List.copyOf(topics);
  }
}
