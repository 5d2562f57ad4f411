package io.leadpulse.schemas;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullMarked;

/**
 * A contract under its name: what the values, or the keys, of one topic hold.
 *
 * @param name the topic's name without prefix; with "-key" at its end for the keys of that topic
 * @param type the generated class
 * @param schema the newest schema, the one that is written
 */
@NullMarked
public record Subject<T extends SpecificRecord>(String name, Class<T> type, Schema schema) {
  static final String KEY = "-key";
  private static final String VALUE = "-value";

  /**
   * The topic's name as it is in the broker.
   *
   * @param prefix the installation's prefix, with its dot, such as "leadpulse."
   */
  public String topic(String prefix) {
    return prefix + (isKey() ? name.substring(0, name.length() - KEY.length()) : name);
  }

  /**
   * The name under which a schema registry holds the schema: the topic's, with "-value" or "-key".
   *
   * @param prefix the installation's prefix, with its dot, such as "leadpulse."
   */
  public String registered(String prefix) {
    return topic(prefix) + (isKey() ? KEY : VALUE);
  }

  private boolean isKey() {
    return name.endsWith(KEY);
  }
}
