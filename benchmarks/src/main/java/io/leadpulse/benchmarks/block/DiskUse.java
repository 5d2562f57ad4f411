package io.leadpulse.benchmarks.block;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What RocksDB keeps on disk. */
public final class DiskUse {
  private DiskUse() {}

  /** Bytes of the table files below a folder; those that come and go meanwhile may be missed. */
  public static long ofTables(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      long sum = 0;
      for (Path file : (Iterable<Path>) files::iterator) {
        sum += file.toString().endsWith(".sst") ? size(file) : 0;
      }
      return sum;
    } catch (UncheckedIOException gone) {
      return 0;
    }
  }

  private static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException gone) {
      return 0;
    }
  }
}
