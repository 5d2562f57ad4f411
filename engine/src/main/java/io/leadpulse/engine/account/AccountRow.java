package io.leadpulse.engine.account;

import io.leadpulse.engine.lead.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The published score of an account on one scorecard.
 *
 * @param content null when no lead of it has a score any more
 */
public record AccountRow(String scorecard, @Nullable Content content) {
  /**
   * What a row says.
   *
   * @param scoreMilli milli-points
   * @param episode number of the newest stay in HOT, from 1; 0 before the first
   * @param persons leads with a score
   * @param active leads that were active lately, as far as they count
   * @param leads those that count, the highest first
   * @param hour the time that it holds for, hours since the epoch
   */
  public record Content(
      long scoreMilli,
      Tier tier,
      int episode,
      int persons,
      int active,
      List<Lead> leads,
      int hour) {
    public Content {
      leads = List.copyOf(leads);
    }
  }

  /**
   * One of its leads.
   *
   * @param intentMilli milli-points of the lead itself
   */
  public record Lead(String leadId, long intentMilli) {}
}
