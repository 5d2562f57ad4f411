package io.leadpulse.cli.stack;

import io.leadpulse.intake.lead.HashKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The file of the key with which addresses become lead ids, as hex digits, readable by its owner
 * only. Another key makes other leads of the same people, so it is made once and kept.
 */
public final class HashKeyFile {
  private HashKeyFile() {}

  /** Makes the file unless it is there. */
  public static void ensure(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            ".hash",
            ".key",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(draft, HashKey.random().toHex() + "\n");
      // A link, other than a move, does not replace the key that another process just made.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException another) {
      // Theirs is as good.
    } finally {
      Files.delete(draft);
    }
  }
}
