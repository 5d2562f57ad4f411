package io.leadpulse.jobs.codec;

import io.leadpulse.engine.account.AccountRow;
import io.leadpulse.engine.account.Colleague;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import io.leadpulse.schemas.AccountLead;
import io.leadpulse.schemas.AccountScore;
import io.leadpulse.schemas.AccountScoreKey;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.time.Instant;
import java.util.List;

/** Writes rows of accounts, and colleagues into alerts. For one thread at a time. */
public final class AccountCodec {
  private final RecordEncoder<AccountScoreKey> keys;
  private final RecordEncoder<AccountScore> values;
  private final RecordDecoder<HotLeadAlert> alertDecoder;
  private final RecordEncoder<HotLeadAlert> alertEncoder;

  public AccountCodec(RecordFormat format) {
    keys = format.encoder(Topics.ACCOUNT_SCORE_KEY);
    values = format.encoder(Topics.ACCOUNT_SCORE);
    alertDecoder = format.decoder(Topics.HOT_LEAD_ALERT, Limits.RESULT);
    alertEncoder = format.encoder(Topics.HOT_LEAD_ALERT);
  }

  /** The row, or a tombstone where the account has no score any more. */
  public OutputRecord row(String accountId, String company, AccountRow row) {
    byte[] key = keys.encode(new AccountScoreKey(accountId, row.scorecard()));
    AccountRow.Content content = row.content();
    byte[] value =
        content == null ? null : values.encode(value(accountId, company, row.scorecard(), content));
    return OutputRecord.of(OutputTopic.ACCOUNT_SCORE, key, value);
  }

  private static AccountScore value(
      String accountId, String company, String scorecard, AccountRow.Content content) {
    return new AccountScore(
        accountId,
        scorecard,
        company,
        OutputEnums.tier(content.tier()),
        content.scoreMilli(),
        content.episode(),
        content.persons(),
        content.active(),
        content.leads().stream()
            .map(lead -> new AccountLead(lead.leadId(), lead.intentMilli()))
            .toList(),
        Times.ofHour(content.hour()));
  }

  /** The alert with its lead's colleagues. */
  public OutputRecord withColleagues(OutputRecord alert, List<Colleague> colleagues) {
    if (colleagues.isEmpty()
        || !(alertDecoder.decode(alert.value()) instanceof Decoded.Value<HotLeadAlert> decoded)) {
      return alert;
    }
    HotLeadAlert whole =
        HotLeadAlert.newBuilder(decoded.value())
            .setColleagues(colleagues.stream().map(Colleague::leadId).toList())
            .setActiveColleagues(colleagues.stream().map(AccountCodec::colleague).toList())
            .build();
    return new OutputRecord(
        alert.topic(), alert.key(), alertEncoder.encode(whole), alert.messageId());
  }

  private static io.leadpulse.schemas.Colleague colleague(Colleague colleague) {
    return new io.leadpulse.schemas.Colleague(
        colleague.leadId(), colleague.intentMilli(), Instant.ofEpochMilli(colleague.activeAt()));
  }
}
