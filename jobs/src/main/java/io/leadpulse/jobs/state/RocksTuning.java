package io.leadpulse.jobs.state;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.state.rocksdb.ConfigurableRocksDBOptionsFactory;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;

/**
 * RocksDB as leads use it: read by single keys, written in bulk before each checkpoint, by one
 * thread. What the cluster's configuration says itself is left as it says.
 */
public final class RocksTuning implements ConfigurableRocksDBOptionsFactory {
  private static final long serialVersionUID = 1;

  /**
   * Each checkpoint leaves a file on level 0. At RocksDB's own 4 of them the level below is written
   * anew every fourth checkpoint; with filters, more files cost a read almost nothing.
   */
  private static final int LEVEL_0_FILES = 12;

  /**
   * After so long what replaces or deletes a value is compacted down to it, even where little is
   * written: it may be of a lead that is erased.
   */
  public static final Duration REPLACED_GONE_WITHIN = Duration.ofHours(12);

  private static final int STOP_WRITES_AT = 64;
  private static final int FILTER_BITS_PER_KEY = 10;

  /** Of a memtable, for a filter of its keys: most that is read is not there. */
  private static final double MEMTABLE_FILTER = 0.05;

  private boolean filters = true;
  private boolean compression = true;

  @Override
  public RocksDBOptionsFactory configure(ReadableConfig cluster) {
    filters = cluster.getOptional(RocksDBConfigurableOptions.USE_BLOOM_FILTER).isEmpty();
    compression = cluster.getOptional(RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL).isEmpty();
    return this;
  }

  @Override
  public DBOptions createDBOptions(DBOptions given, Collection<AutoCloseable> toClose) {
    return given.setAllowConcurrentMemtableWrite(false);
  }

  @Override
  public ColumnFamilyOptions createColumnOptions(
      ColumnFamilyOptions given, Collection<AutoCloseable> toClose) {
    given
        .setLevel0FileNumCompactionTrigger(LEVEL_0_FILES)
        .setLevel0SlowdownWritesTrigger(STOP_WRITES_AT / 2)
        .setLevel0StopWritesTrigger(STOP_WRITES_AT)
        .setMemtablePrefixBloomSizeRatio(MEMTABLE_FILTER)
        .setMemtableWholeKeyFiltering(true)
        .setTtl(REPLACED_GONE_WITHIN.toSeconds());
    if (compression) {
      given.setCompressionPerLevel(List.of()).setCompressionType(CompressionType.LZ4_COMPRESSION);
    }
    if (filters && given.tableFormatConfig() instanceof BlockBasedTableConfig tables) {
      BloomFilter filter = new BloomFilter(FILTER_BITS_PER_KEY);
      toClose.add(filter);
      given.setTableFormatConfig(tables.setFilterPolicy(filter));
    }
    return given;
  }
}
