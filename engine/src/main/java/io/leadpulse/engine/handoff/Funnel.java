package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.handoff.FunnelKey.Dimension;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** How far the hot leads of a team come, by month and what they have in common. */
final class Funnel {
  private final Map<FunnelKey, FunnelRow> rows = new TreeMap<>(FunnelKey.ORDER);

  /** Rows that have changed since they were told. */
  private final TreeSet<FunnelKey> untold = new TreeSet<>(FunnelKey.ORDER);

  /** Rows that have changed since they were saved. */
  private final TreeSet<FunnelKey> unsaved = new TreeSet<>(FunnelKey.ORDER);

  /** Takes that a lead adds something else now. */
  void replace(Brief brief, YearMonth month, Tally before, Tally now) {
    for (FunnelKey key : keys(brief, month)) {
      FunnelRow row = row(key);
      row.add(before, -1);
      row.add(now, 1);
    }
  }

  private static List<FunnelKey> keys(Brief brief, YearMonth month) {
    List<FunnelKey> keys = new ArrayList<>();
    keys.add(key(brief, month, Dimension.ALL, ""));
    keys.add(key(brief, month, Dimension.FIT, brief.fit().name()));
    keys.add(key(brief, month, Dimension.SOURCE, brief.source()));
    for (String signal : brief.signals()) {
      keys.add(key(brief, month, Dimension.SIGNAL, signal));
    }
    return keys;
  }

  private static FunnelKey key(Brief brief, YearMonth month, Dimension dimension, String value) {
    return new FunnelKey(month, brief.scorecard(), brief.modelVersion(), dimension, value);
  }

  /** Takes something that sales did in a month. */
  void add(YearMonth month, Milestone activity) {
    row(FunnelKey.activity(month)).add(activity);
  }

  private FunnelRow row(FunnelKey key) {
    untold.add(key);
    unsaved.add(key);
    return rows.computeIfAbsent(key, any -> new FunnelRow());
  }

  boolean hasNews() {
    return !untold.isEmpty();
  }

  /** Hands out all rows that have changed since the last time. */
  void tell(BiConsumer<FunnelKey, FunnelRow> sink) {
    for (FunnelKey key : untold) {
      sink.accept(key, row(key, rows));
    }
    unsaved.addAll(untold);
    untold.clear();
  }

  private static FunnelRow row(FunnelKey key, Map<FunnelKey, FunnelRow> rows) {
    return rows.getOrDefault(key, new FunnelRow());
  }

  /** Hands out what has changed since the last time, as bytes by bytes of its key. */
  void save(BiConsumer<byte[], byte[]> sink) {
    for (FunnelKey key : unsaved) {
      ByteSink name = new ByteSink();
      key.write(name);
      ByteSink out = new ByteSink();
      out.fixed8(untold.contains(key) ? 1 : 0);
      row(key, rows).write(out);
      sink.accept(name.toBytes(), out.toBytes());
    }
    unsaved.clear();
  }

  void restore(byte[] name, byte[] bytes) {
    FunnelKey key = FunnelKey.read(new ByteSource(name));
    ByteSource in = new ByteSource(bytes);
    if (in.fixed8() == 1) {
      untold.add(key);
    }
    FunnelRow row = new FunnelRow();
    row.read(in);
    rows.put(key, row);
  }
}
