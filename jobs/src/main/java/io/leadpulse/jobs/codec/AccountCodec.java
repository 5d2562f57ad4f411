package io.leadpulse.jobs.codec;

import io.leadpulse.engine.account.AccountRow;
import io.leadpulse.engine.account.Colleague;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import io.leadpulse.schemas.AccountScore;
import io.leadpulse.schemas.AccountScoreKey;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.avro.io.Encoder;

/**
 * Writes rows of accounts, field by field since there are as many as of leads, and colleagues into
 * alerts. For one thread at a time.
 */
public final class AccountCodec {
  private static final int COLLEAGUES = place("colleagues");
  private static final int ACTIVE_COLLEAGUES = place("activeColleagues");

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
    byte[] key = keys.encodeFields(out -> writeKey(accountId, row, out));
    AccountRow.Content content = row.content();
    byte[] value =
        content == null
            ? null
            : values.encodeFields(
                out -> {
                  writeKey(accountId, row, out);
                  out.writeString(company);
                  write(content, out);
                });
    return OutputRecord.of(OutputTopic.ACCOUNT_SCORE, key, value);
  }

  private static void writeKey(String accountId, AccountRow row, Encoder out) throws IOException {
    out.writeString(accountId);
    out.writeString(row.scorecard());
  }

  /** All that follows the company, in the order of the contract. */
  private static void write(AccountRow.Content content, Encoder out) throws IOException {
    out.writeEnum(OutputEnums.tier(content.tier()).ordinal());
    out.writeLong(content.scoreMilli());
    out.writeInt(content.episode());
    out.writeInt(content.persons());
    out.writeInt(content.active());
    out.writeArrayStart();
    out.setItemCount(content.leads().size());
    for (AccountRow.Lead lead : content.leads()) {
      out.startItem();
      out.writeString(lead.leadId());
      out.writeLong(lead.intentMilli());
    }
    out.writeArrayEnd();
    out.writeLong(Times.millisOfHour(content.hour()));
  }

  /** The alert with its lead's colleagues. */
  public OutputRecord withColleagues(OutputRecord alert, List<Colleague> colleagues) {
    if (colleagues.isEmpty()
        || !(alertDecoder.decode(alert.value()) instanceof Decoded.Value<HotLeadAlert> decoded)) {
      return alert;
    }
    // Read here and nobody else's: its builder would first copy all that is in it.
    HotLeadAlert whole = decoded.value();
    whole.put(COLLEAGUES, colleagues.stream().map(Colleague::leadId).toList());
    whole.put(ACTIVE_COLLEAGUES, colleagues.stream().map(AccountCodec::colleague).toList());
    return new OutputRecord(
        alert.topic(), alert.key(), alertEncoder.encode(whole), alert.messageId());
  }

  private static int place(String field) {
    return HotLeadAlert.getClassSchema().getField(field).pos();
  }

  private static io.leadpulse.schemas.Colleague colleague(Colleague colleague) {
    return new io.leadpulse.schemas.Colleague(
        colleague.leadId(), colleague.intentMilli(), Instant.ofEpochMilli(colleague.activeAt()));
  }
}
