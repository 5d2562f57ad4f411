package io.leadpulse.jobs.oracle;

import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import io.leadpulse.schemas.AccountScore;
import io.leadpulse.schemas.AccountScoreKey;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.ModelImpact;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.SuspectEngagement;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What was published, as a reader of the topics sees it. */
public final class Published {
  private final RecordDecoder<LeadScoreKey> keys = decoder(Topics.LEAD_SCORE_KEY);
  private final RecordDecoder<LeadScore> scores = decoder(Topics.LEAD_SCORE);
  private final RecordDecoder<HotLeadAlert> alertDecoder = decoder(Topics.HOT_LEAD_ALERT);
  private final RecordDecoder<SuspectEngagement> suspectDecoder =
      decoder(Topics.SUSPECT_ENGAGEMENT);
  private final RecordDecoder<ModelImpact> impactDecoder = decoder(Topics.MODEL_IMPACT);

  private final RecordDecoder<AccountScoreKey> accountKeys = decoder(Topics.ACCOUNT_SCORE_KEY);
  private final RecordDecoder<AccountScore> accounts = decoder(Topics.ACCOUNT_SCORE);

  private final List<AccountRow> accountRows = new ArrayList<>();
  private final List<Row> log = new ArrayList<>();
  private final List<HotLeadAlert> alerts = new ArrayList<>();
  private final List<SuspectEngagement> suspects = new ArrayList<>();
  private final List<ModelImpact> impacts = new ArrayList<>();
  private final List<OutputRecord> others = new ArrayList<>();

  public Published(Iterable<OutputRecord> records) {
    records.forEach(this::take);
  }

  private void take(OutputRecord record) {
    if (record.topic() == OutputTopic.LEAD_SCORE) {
      LeadScoreKey key = read(keys, record.key());
      byte[] value = record.value();
      log.add(new Row(key(key), value == null ? null : read(scores, value)));
    } else if (record.topic() == OutputTopic.ACCOUNT_SCORE) {
      AccountScoreKey key = read(accountKeys, record.key());
      byte[] value = record.value();
      String account = key.getAccountId() + "/" + key.getScorecard();
      accountRows.add(new AccountRow(account, value == null ? null : read(accounts, value)));
    } else if (record.topic() == OutputTopic.HOT_LEAD_ALERT) {
      alerts.add(read(alertDecoder, record.value()));
    } else if (record.topic() == OutputTopic.SUSPECT_ENGAGEMENT) {
      suspects.add(read(suspectDecoder, record.value()));
    } else if (record.topic() == OutputTopic.MODEL_IMPACT) {
      impacts.add(read(impactDecoder, record.value()));
    } else {
      others.add(record);
    }
  }

  private static String key(LeadScoreKey key) {
    return key.getLeadId() + "/" + key.getScorecard();
  }

  private static <T extends SpecificRecord> RecordDecoder<T> decoder(Subject<T> subject) {
    return new RecordDecoder<>(subject, Limits.RESULT);
  }

  private static <T extends SpecificRecord> T read(
      RecordDecoder<T> decoder, byte @Nullable [] bytes) {
    if (decoder.decode(bytes) instanceof Decoded.Value<T> value) {
      return value.value();
    }
    throw new AssertionError("the job wrote what its readers cannot read");
  }

  /** Every row in the order written; null content is a tombstone. */
  public List<Row> log() {
    return log;
  }

  /** One row of an account; null content is a tombstone. */
  private record AccountRow(String key, @Nullable AccountScore content) {}

  /** The latest row by {@code account/scorecard}. */
  public Map<String, AccountScore> accounts() {
    Map<String, AccountScore> latest = new TreeMap<>();
    for (AccountRow row : accountRows) {
      if (row.content() == null) {
        latest.remove(row.key());
      } else {
        latest.put(row.key(), row.content());
      }
    }
    return latest;
  }

  /** The latest row by {@code lead/scorecard}; leads without a score are not in it. */
  public Map<String, LeadScore> rows() {
    Map<String, LeadScore> rows = new TreeMap<>();
    for (Row row : log) {
      if (row.score() == null) {
        rows.remove(row.key());
      } else {
        rows.put(row.key(), row.score());
      }
    }
    return rows;
  }

  /** The latest row of a lead that is scored on one scorecard. */
  public LeadScore row(String leadId) {
    List<LeadScore> found =
        rows().values().stream().filter(row -> row.getLeadId().equals(leadId)).toList();
    if (found.size() != 1) {
      throw new AssertionError(leadId + " has no row of its own among " + rows().keySet());
    }
    return found.get(0);
  }

  public List<HotLeadAlert> alerts() {
    return alerts;
  }

  /** Type and cause of every alert, in order. */
  public List<String> alertCauses() {
    return alerts.stream().map(alert -> alert.getType() + " " + alert.getCause()).toList();
  }

  public List<SuspectEngagement> suspects() {
    return suspects;
  }

  public List<ModelImpact> impacts() {
    return impacts;
  }

  public List<OutputRecord> others() {
    return others;
  }

  /**
   * One record of the score topic.
   *
   * @param key {@code lead/scorecard}
   */
  public record Row(String key, @Nullable LeadScore score) {}
}
