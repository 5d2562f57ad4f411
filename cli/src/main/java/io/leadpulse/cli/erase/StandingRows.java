package io.leadpulse.cli.erase;

import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The rows of some leads in the score topic that no tombstone has taken back. */
final class StandingRows {
  private final Set<String> leads;
  private final RecordDecoder<LeadScoreKey> keys;
  private final Set<LeadScoreKey> rows = new HashSet<>();

  StandingRows(Collection<String> leads, RecordFormat format) {
    this.leads = Set.copyOf(leads);
    keys = format.decoder(Topics.LEAD_SCORE_KEY, Limits.RESULT);
  }

  /** Takes a record of the topic; those of one partition in order. */
  void take(ConsumerRecord<byte[], byte[]> record) {
    if (keys.decode(record.key()) instanceof Decoded.Value<LeadScoreKey> key
        && leads.contains(key.value().getLeadId())) {
      if (record.value() == null) {
        rows.remove(key.value());
      } else {
        rows.add(key.value());
      }
    }
  }

  int count() {
    return rows.size();
  }
}
