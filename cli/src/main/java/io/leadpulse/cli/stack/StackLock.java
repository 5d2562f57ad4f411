package io.leadpulse.cli.stack;

import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Held by the one process that runs a stack in a home, from before it starts until after it ended.
 * The system gives it back when the process dies. The file holds the process id.
 */
public final class StackLock implements AutoCloseable {
  private final FileChannel channel;

  private StackLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a home.
   *
   * @throws CliException if another process holds it
   */
  public static StackLock take(Home home) throws IOException {
    Path file = file(home);
    Files.createDirectories(home.state());
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      String owner = Files.readString(file).strip();
      channel.close();
      throw CliException.failure(
          "a stack is running in %s already (process %s); end it with `leadpulse down`"
              .formatted(home.folder(), owner));
    }
    byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0).write(ByteBuffer.wrap(pid));
    return new StackLock(channel);
  }

  /**
   * The process that runs a stack in a home, or starts or ends one; null if none does. Not to be
   * asked by that process itself: closing the file would give up its lock.
   */
  public static @Nullable ProcessHandle owner(Home home) throws IOException {
    Path file = file(home);
    if (Files.notExists(file)) {
      return null;
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (lock(channel) != null) {
        return null;
      }
    }
    String pid = Files.readString(file).strip();
    return pid.isEmpty() ? null : ProcessHandle.of(Long.parseLong(pid)).orElse(null);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static Path file(Home home) {
    return home.state().resolve("stack.lock");
  }

  /** Null if somebody, in this process or another, holds it. */
  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException oursAlready) {
      return null;
    }
  }
}
