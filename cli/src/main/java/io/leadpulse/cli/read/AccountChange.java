package io.leadpulse.cli.read;

import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.AccountScore;
import io.leadpulse.schemas.AccountScoreKey;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.RecordDecoder;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the newest record of a key says.
 *
 * @param row null if the score is gone
 */
record AccountChange(AccountScoreKey key, @Nullable AccountScore row) {

  static AccountChange of(AccountScore row) {
    return new AccountChange(new AccountScoreKey(row.getAccountId(), row.getScorecard()), row);
  }

  /** Empty for a record that takes away a score and cannot say which. */
  static Optional<AccountChange> of(
      TopicRecord<AccountScore> message, RecordDecoder<AccountScoreKey> keys) {
    AccountScore row = message.value();
    if (row != null) {
      return Optional.of(of(row));
    }
    return keys.decode(message.key()) instanceof Decoded.Value<AccountScoreKey> key
        ? Optional.of(new AccountChange(key.value(), null))
        : Optional.empty();
  }

  /** The row's fields; of a score that is gone the key's only. */
  Map<String, @Nullable Object> fields() {
    return AvroJson.fields(row == null ? key : row);
  }
}
