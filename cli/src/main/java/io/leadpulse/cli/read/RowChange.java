package io.leadpulse.cli.read;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the newest record of a key says.
 *
 * @param row null if it is gone
 */
record RowChange<K extends SpecificRecord, V extends SpecificRecord>(K key, @Nullable V row) {

  /** The row's fields; of one that is gone the key's only. */
  Map<String, @Nullable Object> fields() {
    return AvroJson.fields(row == null ? key : row);
  }
}
