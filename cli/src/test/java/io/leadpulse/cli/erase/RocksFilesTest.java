package io.leadpulse.cli.erase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.CompressionType;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

class RocksFilesTest {
  private final LeadId lead = new LeadId("lead-7");
  private final LeadId other = new LeadId("lead-8");

  @TempDir private Path folder;

  @Test
  void tellsWhatTheDatabaseSaysFromWhatItsFilesStillHold() throws Exception {
    try (Options options =
            new Options()
                .setCreateIfMissing(true)
                .setCompressionType(CompressionType.LZ4_COMPRESSION);
        RocksDB db = RocksDB.open(options, folder.toString());
        FlushOptions flush = new FlushOptions()) {
      for (int i = 0; i < 100; i++) {
        db.put(bytes("visitor-" + i), bytes("x".repeat(500)));
      }
      db.put(lead.behindLength().get(0), bytes("the first of it"));
      db.put(bytes("visitor-of-it"), lead.behindLength().get(1));
      db.flush(flush);
      db.put(lead.behindLength().get(0), bytes("the second of it"));
      db.flush(flush);
      assertCounts(2, 3);
      db.delete(lead.behindLength().get(0));
      db.delete(bytes("visitor-of-it"));
      db.flush(flush);
      assertCounts(0, 3);
      db.compactRange();
      assertCounts(0, 0);
    }
  }

  private void assertCounts(long current, long stored) throws Exception {
    RocksFiles files = new RocksFiles(copy());
    EntryCount says = new EntryCount(List.of(lead, other));
    files.entries(says);
    assertThat(says.of(lead)).isEqualTo(current);
    EntryCount holds = new EntryCount(List.of(lead, other));
    files.storedEntries(holds);
    assertThat(holds.of(lead)).isEqualTo(stored);
    assertThat(holds.of(other)).isZero();
  }

  /** As a checkpoint has them: closed, and nobody writes to them. */
  private Path copy() throws Exception {
    Path copy = Files.createTempDirectory(folder.getParent(), "copy");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
