package io.leadpulse.jobs.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

class RocksTuningTest {
  private final Configuration cluster = new Configuration();
  private final List<AutoCloseable> toClose = new ArrayList<>();

  @BeforeAll
  static void load() {
    RocksDB.loadLibrary();
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : toClose) {
      one.close();
    }
  }

  @Test
  void keepsManyFilesBeforeItCompactsAndFiltersThem() {
    ColumnFamilyOptions tuned = columns();
    assertThat(tuned.level0FileNumCompactionTrigger()).isEqualTo(12);
    assertThat(tuned.level0SlowdownWritesTrigger()).isGreaterThan(12);
    assertThat(tables(tuned).filterPolicy()).isNotNull();
    assertThat(tuned.compressionType()).isEqualTo(CompressionType.LZ4_COMPRESSION);
    assertThat(tuned.compressionPerLevel()).isEmpty();
  }

  /** Nothing but its age has this compacted; seconds stand for hours. */
  @Test
  void letsNothingDeletedStayForLong(@TempDir Path folder) throws Exception {
    assertThat(columns().ttl()).isEqualTo(Duration.ofHours(12).toSeconds());
    ColumnFamilyOptions impatient = columns().setTtl(1);
    impatient.setLevel0FileNumCompactionTrigger(1_000).setLevel0SlowdownWritesTrigger(1_000);
    DBOptions created = new DBOptions().setCreateIfMissing(true);
    try (Options options = new Options(created, impatient);
        FlushOptions now = new FlushOptions().setWaitForFlush(true);
        RocksDB db = RocksDB.open(options, folder.toString())) {
      toClose.add(created);
      db.put(bytes("ada"), bytes("secret"));
      db.flush(now);
      db.compactRange();
      db.delete(bytes("ada"));
      db.flush(now);
      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      for (int write = 0; isInFiles(db) && System.nanoTime() < end; write++) {
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        db.put(bytes("bob" + write), bytes("x"));
        db.flush(now);
      }
      assertThat(isInFiles(db)).isFalse();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isInFiles(RocksDB db) {
    return db.getLiveFilesMetaData().stream()
        .anyMatch(file -> new String(file.smallestKey(), StandardCharsets.UTF_8).equals("ada"));
  }

  @Test
  void leavesWhatTheClusterSaysItself() {
    cluster.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, false);
    cluster.set(
        RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL, List.of(CompressionType.NO_COMPRESSION));
    ColumnFamilyOptions tuned = columns();
    assertThat(tables(tuned).filterPolicy()).isNull();
    assertThat(tuned.compressionPerLevel()).containsExactly(CompressionType.ZSTD_COMPRESSION);
  }

  @Test
  void letsOneThreadWriteAlone() {
    DBOptions given = new DBOptions();
    toClose.add(given);
    assertThat(tuning().createDBOptions(given, toClose).allowConcurrentMemtableWrite()).isFalse();
  }

  private RocksDBOptionsFactory tuning() {
    return new RocksTuning().configure(cluster);
  }

  /** As Flink hands them over: with what it made of the cluster's settings. */
  private ColumnFamilyOptions columns() {
    ColumnFamilyOptions given = new ColumnFamilyOptions();
    toClose.add(given);
    given.setTableFormatConfig(new BlockBasedTableConfig());
    given.setCompressionPerLevel(List.of(CompressionType.ZSTD_COMPRESSION));
    return tuning().createColumnOptions(given, toClose);
  }

  private static BlockBasedTableConfig tables(ColumnFamilyOptions options) {
    return (BlockBasedTableConfig) options.tableFormatConfig();
  }
}
