package io.leadpulse.cli.erase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.flink.state.rocksdb.RocksDBKeyedStateBackend;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.RocksIteratorInterface;
import org.rocksdb.SstFileReader;
import org.rocksdb.SstFileReaderIterator;

/**
 * The files of a RocksDB, read by RocksDB itself: its blocks are compressed, so that a search of
 * their bytes would miss an id.
 */
final class RocksFiles {
  private static final String TABLE = ".sst";

  private final Path folder;

  RocksFiles(Path folder) {
    this.folder = folder;
    RocksDB.loadLibrary();
  }

  /** Hands over what the database says: every entry of every state and timer, as of now. */
  void entries(EntryCount count) throws RocksDBException {
    List<ColumnFamilyHandle> states = new ArrayList<>();
    try (DBOptions options = new DBOptions();
        ColumnFamilyOptions columns = new ColumnFamilyOptions();
        ReadOptions reading = new ReadOptions()) {
      columns.setMergeOperatorName(RocksDBKeyedStateBackend.MERGE_OPERATOR_NAME);
      try (RocksDB db =
          RocksDB.openReadOnly(options, folder.toString(), families(columns), states)) {
        for (ColumnFamilyHandle state : states) {
          try (RocksIterator at = db.newIterator(state, reading)) {
            walk(at, at::key, at::value, count);
          }
          state.close();
        }
      }
    }
  }

  private List<ColumnFamilyDescriptor> families(ColumnFamilyOptions columns)
      throws RocksDBException {
    try (Options options = new Options()) {
      return RocksDB.listColumnFamilies(options, folder.toString()).stream()
          .map(name -> new ColumnFamilyDescriptor(name, columns))
          .toList();
    }
  }

  /** Hands over what lies in the files: also what was replaced or deleted by a later one. */
  void storedEntries(EntryCount count) throws RocksDBException, IOException {
    for (Path table : tables()) {
      try (Options options =
              new Options().setMergeOperatorName(RocksDBKeyedStateBackend.MERGE_OPERATOR_NAME);
          SstFileReader reader = new SstFileReader(options);
          ReadOptions reading = new ReadOptions()) {
        reader.open(table.toString());
        try (SstFileReaderIterator at = reader.newIterator(reading)) {
          walk(at, at::key, at::value, count);
        }
      }
    }
  }

  private List<Path> tables() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(TABLE)).sorted().toList();
    }
  }

  private static void walk(
      RocksIteratorInterface at, Supplier<byte[]> key, Supplier<byte[]> value, EntryCount count)
      throws RocksDBException {
    for (at.seekToFirst(); at.isValid(); at.next()) {
      count.entry(key.get(), value.get());
    }
    at.status();
  }
}
