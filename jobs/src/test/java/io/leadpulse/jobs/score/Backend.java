package io.leadpulse.jobs.score;

import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;

/** Where the state of a test is kept. */
enum Backend {
  HEAP,
  ROCKSDB;

  /** Checkpoints are full: the parts that increments share are a cluster's to keep. */
  StateBackend open() {
    return this == HEAP ? new HashMapStateBackend() : new EmbeddedRocksDBStateBackend(false);
  }
}
