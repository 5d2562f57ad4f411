package io.leadpulse.cli.erase;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Whether something names a lead, whatever field it is in: a contract that is added later is
 * searched as well.
 */
final class Mentions {
  private Mentions() {}

  /**
   * Whether a lead is named.
   *
   * @param content a record of Avro or a part of one; or bytes that nobody could read
   */
  static boolean of(LeadId lead, @Nullable Object content) {
    if (content instanceof CharSequence text) {
      return lead.text().contentEquals(text);
    }
    if (content instanceof IndexedRecord fields) {
      return ofFields(lead, fields);
    }
    if (content instanceof Collection<?> items) {
      return items.stream().anyMatch(item -> of(lead, item));
    }
    if (content instanceof Map<?, ?> entries) {
      return of(lead, entries.keySet()) || of(lead, entries.values());
    }
    if (content instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      return lead.isIn(bytes);
    }
    return content instanceof byte[] bytes && lead.isIn(bytes);
  }

  private static boolean ofFields(LeadId lead, IndexedRecord fields) {
    for (Schema.Field field : fields.getSchema().getFields()) {
      if (of(lead, fields.get(field.pos()))) {
        return true;
      }
    }
    return false;
  }
}
