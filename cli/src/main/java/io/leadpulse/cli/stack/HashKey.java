package io.leadpulse.cli.stack;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The key with which addresses become lead ids: 32 random bytes as hex, readable by its owner only.
 * Another key makes other leads of the same people, so it is made once and kept.
 */
final class HashKey {
  private static final int BYTES = 32;

  private HashKey() {}

  /** Makes the file unless it is there. */
  static void ensure(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path draft =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            ".hash",
            ".key",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(draft, HexFormat.of().formatHex(key) + "\n");
      // A link, other than a move, does not replace the key that another process just made.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException another) {
      // Theirs is as good.
    } finally {
      Files.delete(draft);
    }
  }
}
