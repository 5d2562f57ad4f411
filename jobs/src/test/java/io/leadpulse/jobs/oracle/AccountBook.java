package io.leadpulse.jobs.oracle;

import io.leadpulse.engine.lead.Hours;
import io.leadpulse.schemas.AccountScore;
import io.leadpulse.schemas.LeadScore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What accounts are worth by the published rows of their leads, added up anew. */
public final class AccountBook {
  private static final long[] WEIGHTS = {1_000, 600, 400, 300, 200};
  private static final int ACTIVE_HOURS = 14 * 24;

  private AccountBook() {}

  /** The figures of an account on a scorecard. */
  public record Worth(long scoreMilli, int persons, int active) {}

  /**
   * By {@code account/scorecard}.
   *
   * @param hour at which the rows were written
   */
  public static Map<String, Worth> ofLeads(Collection<LeadScore> rows, int hour) {
    Map<String, List<Long>> intents = new TreeMap<>();
    Map<String, Map<String, Instant>> activity = new HashMap<>();
    for (LeadScore row : rows) {
      if (!row.getAccountId().isEmpty() && row.getIntentMilli() > 0) {
        intents
            .computeIfAbsent(
                row.getAccountId() + "/" + row.getScorecard(), any -> new ArrayList<>())
            .add(row.getIntentMilli());
        activity
            .computeIfAbsent(row.getAccountId(), any -> new HashMap<>())
            .put(row.getLeadId(), row.getLastActivityAt());
      }
    }
    Map<String, Worth> worth = new TreeMap<>();
    intents.forEach(
        (key, values) -> {
          String account = key.substring(0, key.indexOf('/'));
          worth.put(key, worth(values, active(activity.get(account).values(), hour)));
        });
    return worth;
  }

  private static int active(Collection<Instant> activity, int hour) {
    long active =
        activity.stream().filter(at -> Hours.of(at.toEpochMilli()) + ACTIVE_HOURS > hour).count();
    return (int) Math.min(active, 5);
  }

  private static Worth worth(List<Long> intents, int active) {
    intents.sort(Comparator.reverseOrder());
    long sum = Math.max(active - 1, 0) * 10_000L;
    for (int rank = 0; rank < Math.min(WEIGHTS.length, intents.size()); rank++) {
      sum += intents.get(rank) * WEIGHTS[rank] / 1_000;
    }
    return new Worth(sum, intents.size(), active);
  }

  /** By {@code account/scorecard}, as published. */
  public static Map<String, Worth> ofRecords(Map<String, AccountScore> rows) {
    Map<String, Worth> worth = new TreeMap<>();
    rows.forEach(
        (key, row) ->
            worth.put(
                key, new Worth(row.getScoreMilli(), row.getPersons(), row.getActivePersons())));
    return worth;
  }
}
