package io.leadpulse.cli.erase;

import io.leadpulse.cli.topic.TopicLog;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics to their ends of now and finds the records that name leads. What was never committed
 * counts too: it lies there like the rest.
 */
final class TopicSearch {
  private static final int MEBIBYTE = 1 << 20;

  /** As great as a record of any topic may be. */
  private static final Limits LIMITS = new Limits(2 * MEBIBYTE, 2 * MEBIBYTE, MEBIBYTE);

  private final Properties client;
  private final RecordFormat format;
  private final List<LeadId> leads;
  private final Consumer<String> notices;

  /**
   * @param client properties of every client
   * @param format of the records
   * @param notices takes lines for the user: progress of a long reading
   */
  TopicSearch(
      Properties client, RecordFormat format, List<LeadId> leads, Consumer<String> notices) {
    this.client = client;
    this.format = format;
    this.leads = leads;
    this.notices = notices;
  }

  List<LeadId> leads() {
    return leads;
  }

  /**
   * What a topic holds of each lead.
   *
   * @param topic with its prefix
   * @param key contract of its keys; null if they are text
   * @param value contract of its values
   */
  Map<LeadId, Traces> search(String topic, @Nullable Subject<?> key, Subject<?> value) {
    Map<LeadId, Traces> found =
        leads.stream().collect(Collectors.toMap(Function.identity(), lead -> new Traces()));
    RecordDecoder<?> keys = key == null ? null : format.decoder(key, LIMITS);
    RecordDecoder<?> values = format.decoder(value, LIMITS);
    try (TopicLog log = new TopicLog(client, topic, IsolationLevel.READ_UNCOMMITTED, notices)) {
      log.readToEnd(record -> take(record, keys, values, found));
    }
    return found;
  }

  private static void take(
      ConsumerRecord<byte[], byte[]> record,
      @Nullable RecordDecoder<?> keys,
      RecordDecoder<?> values,
      Map<LeadId, Traces> found) {
    Object key = content(record.key(), keys);
    Object value = content(record.value(), values);
    found.forEach(
        (lead, traces) -> traces.take(record, Mentions.of(lead, key) || Mentions.of(lead, value)));
  }

  /** A record, or the bytes if they are no record of the contract. */
  private static @Nullable Object content(
      byte @Nullable [] bytes, @Nullable RecordDecoder<?> decoder) {
    if (bytes == null || decoder == null) {
      return bytes;
    }
    return decoder.decode(bytes) instanceof Decoded.Value<?> decoded ? decoded.value() : bytes;
  }
}
