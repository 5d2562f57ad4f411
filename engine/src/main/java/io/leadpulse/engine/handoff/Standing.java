package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
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
    long modelVersion)
    implements LeadNews {
  private static final Tier[] TIERS = Tier.values();
  private static final Exclusion[] EXCLUSIONS = Exclusion.values();
  private static final Fit[] FITS = Fit.values();

  public Standing {
    topics = List.copyOf(topics);
  }

  void write(ByteSink out) {
    out.text(leadId);
    out.text(scorecard);
    out.fixed8(tier.ordinal());
    out.fixed8(held ? 1 : 0);
    out.fixed8(exclusion.ordinal());
    out.text(team);
    out.text(owner);
    out.text(accountId);
    out.text(company);
    out.fixed8(fit.ordinal());
    out.signed(intentMilli);
    Lists.write(topics, out::text, out);
    out.text(modelId);
    out.signed(modelVersion);
  }

  static Standing read(ByteSource in) {
    return new Standing(
        in.text(),
        in.text(),
        TIERS[in.fixed8()],
        in.fixed8() == 1,
        EXCLUSIONS[in.fixed8()],
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        FITS[in.fixed8()],
        in.signed(),
        Lists.read(in, ByteSource::text),
        in.text(),
        in.signed());
  }
}
