package io.leadpulse.benchmarks.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * RocksDB with the memory that Flink's has, shared by all stores: 512 MB, half of it for what is
 * not written yet. Public for Kafka Streams.
 */
public final class Tuning implements RocksDBConfigSetter {
  private static final long MEMORY = 512L << 20;
  private static final int BLOOM_BITS = 10;

  private static final Cache CACHE = new LRUCache(MEMORY);
  private static final WriteBufferManager BUFFERS = new WriteBufferManager(MEMORY / 2, CACHE);
  private static final BloomFilter BLOOM = new BloomFilter(BLOOM_BITS, false);

  @Override
  public void setConfig(String store, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    table.setFilterPolicy(BLOOM);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(BUFFERS);
  }

  /** Nothing: what was set belongs to all stores. */
  @Override
  public void close(String store, Options options) {}
}
