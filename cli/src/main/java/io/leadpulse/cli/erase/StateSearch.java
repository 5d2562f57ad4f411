package io.leadpulse.cli.erase;

import io.leadpulse.cli.stack.TempFolder;
import io.leadpulse.cli.terminal.CliException;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rocksdb.RocksDBException;

/** Searches all that a checkpoint holds for leads, whatever state it is of. */
final class StateSearch {
  /** How often a checkpoint may be gone before it is read. */
  private static final int ATTEMPTS = 10;

  private final List<LeadId> leads;
  private final Runnable pause;
  private final Consumer<String> notices;

  /**
   * @param pause until Flink, whose answers may be three seconds old, is asked again
   * @param notices takes lines for the user: progress of a long reading
   */
  StateSearch(List<LeadId> leads, Runnable pause, Consumer<String> notices) {
    this.leads = leads;
    this.pause = pause;
    this.notices = notices;
  }

  /**
   * What was found.
   *
   * @param checkpoint where
   * @param current entries as the checkpoint has them
   * @param stored entries that lie in its files, those that were replaced or deleted among them
   */
  record Found(Checkpoint checkpoint, EntryCount current, EntryCount stored) {
    /** Entries of a lead that nobody can read any more, and that are there all the same. */
    long replaced(LeadId lead) {
      return Math.max(0, stored.of(lead) - current.of(lead));
    }
  }

  /**
   * Searches a checkpoint. If it is removed before it could be taken hold of, asks again which one
   * it is now.
   *
   * @throws CliException if it cannot be read
   */
  Found search(Supplier<Checkpoint> wanted) {
    Checkpoint checkpoint = wanted.get();
    for (int attempt = 1; ; attempt++) {
      try (TempFolder folder = TempFolder.create("leadpulse-erase-")) {
        return search(checkpoint, CheckpointCopy.take(checkpoint.address(), folder.path()));
      } catch (FileNotFoundException | NoSuchFileException e) {
        if (attempt == ATTEMPTS || checkpoint.isKept()) {
          throw failure(checkpoint, e);
        }
        Checkpoint next = wanted.get();
        if (next.equals(checkpoint)) {
          notices.accept("state: %s is gone; asking Flink again".formatted(checkpoint.name()));
          pause.run();
        }
        checkpoint = next;
      } catch (IOException | RocksDBException e) {
        throw failure(checkpoint, e);
      }
    }
  }

  private static CliException failure(Checkpoint checkpoint, Exception cause) {
    return CliException.failure(
        "%s cannot be read from here: %s; bring it here and give --state DIR"
            .formatted(checkpoint.address(), cause.getMessage()),
        cause);
  }

  private Found search(Checkpoint checkpoint, CheckpointCopy copy)
      throws IOException, RocksDBException {
    EntryCount current = new EntryCount(leads);
    EntryCount stored = new EntryCount(leads);
    int done = 0;
    for (Path database : copy.databases()) {
      notices.accept("state: database %d of %d".formatted(++done, copy.databases().size()));
      RocksFiles files = new RocksFiles(database);
      files.entries(current);
      files.storedEntries(stored);
    }
    for (Path file : copy.streams()) {
      stream(file, current);
      stream(file, stored);
    }
    return new Found(checkpoint, current, stored);
  }

  private static void stream(Path file, EntryCount count) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      count.stream(in);
    }
  }
}
