package io.leadpulse.cli.read;

import io.leadpulse.cli.topic.TopicRecord;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/** The newest row per key, of those that are asked for. */
final class LatestRows<K extends SpecificRecord, V extends SpecificRecord>
    implements Gathering<V, RowChange<K, V>> {
  private final RowDecoder<K, V> decoder;
  private final Predicate<RowChange<K, V>> filter;
  private final Comparator<V> order;
  private final Map<K, V> rows = new HashMap<>();

  /**
   * @param order of the rows
   */
  LatestRows(RowDecoder<K, V> decoder, Predicate<RowChange<K, V>> filter, Comparator<V> order) {
    this.decoder = decoder;
    this.filter = filter;
    this.order = order;
  }

  @Override
  public void take(TopicRecord<V> message) {
    decoder.decode(message).ifPresent(this::add);
  }

  private void add(RowChange<K, V> change) {
    V row = change.row();
    if (row != null && filter.test(change)) {
      rows.put(change.key(), row);
    } else {
      rows.remove(change.key());
    }
  }

  @Override
  public List<RowChange<K, V>> rows(int limit) {
    return rows.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(order))
        .limit(limit)
        .map(entry -> new RowChange<>(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The rows themselves, all of them. */
  List<V> values() {
    return rows.values().stream().sorted(order).toList();
  }

  @Override
  public Optional<RowChange<K, V>> next(TopicRecord<V> message) {
    return decoder.decode(message).filter(filter);
  }
}
