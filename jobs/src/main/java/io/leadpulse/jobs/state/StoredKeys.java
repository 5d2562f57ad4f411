package io.leadpulse.jobs.state;

import java.util.stream.Stream;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;

/** Keys that may be gone through while their values change. */
public final class StoredKeys {
  private static final String ROCKSDB = "rocksdb";

  private StoredKeys() {}

  /**
   * The keys of this subtask that have a value in a state; to be closed, since it holds what the
   * backend holds. RocksDB reads from a view of its own; a table in memory must not change
   * meanwhile.
   */
  public static Stream<String> of(KeyedStateBackend<String> backend, String state) {
    Stream<String> keys = backend.getKeys(state, VoidNamespace.INSTANCE);
    if (backend.getBackendTypeIdentifier().equals(ROCKSDB)) {
      return keys;
    }
    try (keys) {
      return keys.toList().stream();
    }
  }
}
