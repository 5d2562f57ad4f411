package io.leadpulse.chaos.identity;

import io.leadpulse.chaos.stage.Findings;
import io.leadpulse.chaos.stage.Stage;
import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.AccountScore;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** What companies are worth, as published and as the published rows of their leads add up to. */
final class Companies {
  private static final long[] RANKS = {1_000, 600, 400, 300, 200};
  private static final long COLLEAGUE = 10_000;

  private final Map<String, AccountScore> told = new TreeMap<>();
  private final Map<String, List<Long>> intents = new TreeMap<>();

  /** Reads what there is; to be called once the job has stopped. */
  static Companies read(Stage stage) {
    Map<ByteBuffer, AccountScore> accounts = new HashMap<>();
    Map<ByteBuffer, LeadScore> leads = new HashMap<>();
    stage.read(Topics.ACCOUNT_SCORE, Limits.RESULT, row -> take(row, accounts));
    stage.read(Topics.LEAD_SCORE, Limits.RESULT, row -> take(row, leads));
    Companies companies = new Companies();
    accounts
        .values()
        .forEach(row -> companies.told.put(key(row.getAccountId(), row.getScorecard()), row));
    leads.values().stream()
        .filter(row -> !row.getAccountId().isEmpty() && row.getIntentMilli() > 0)
        .forEach(companies::add);
    return companies;
  }

  private static <T extends SpecificRecord> void take(
      TopicRecord<T> record, Map<ByteBuffer, T> latest) {
    ByteBuffer key = ByteBuffer.wrap(record.key());
    T value = record.value();
    if (value == null) {
      latest.remove(key);
    } else {
      latest.put(key, value);
    }
  }

  private static String key(String account, String scorecard) {
    return account + "/" + scorecard;
  }

  private void add(LeadScore row) {
    intents
        .computeIfAbsent(key(row.getAccountId(), row.getScorecard()), any -> new ArrayList<>())
        .add(row.getIntentMilli());
  }

  /** How many there are, by scorecard. */
  int size() {
    return intents.size();
  }

  /** Tells of those that have not the one row that their leads add up to. */
  void compare(Findings.Kind kind) {
    told.forEach(
        (key, row) -> {
          if (!intents.containsKey(key)) {
            kind.add("%s has no lead and is told: %s", key, row);
          }
        });
    intents.forEach((key, leads) -> compare(key, leads, told.get(key), kind));
  }

  private static void compare(String key, List<Long> leads, AccountScore row, Findings.Kind kind) {
    if (row == null) {
      kind.add("%s is not told and has %s", key, leads);
      return;
    }
    leads.sort(Comparator.reverseOrder());
    long wanted = Math.max(0, Math.min(4, row.getActivePersons() - 1)) * COLLEAGUE;
    for (int rank = 0; rank < Math.min(RANKS.length, leads.size()); rank++) {
      wanted += leads.get(rank) * RANKS[rank] / 1_000;
    }
    if (row.getScoreMilli() != wanted || row.getPersons() != leads.size()) {
      kind.add("%s: wanted %d of %s, found %s", key, wanted, leads, row);
    }
  }
}
