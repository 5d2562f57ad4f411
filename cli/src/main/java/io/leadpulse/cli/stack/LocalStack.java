package io.leadpulse.cli.stack;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.LogFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * The stack of a home while this process runs it: its parts, which end in the reverse order of
 * their start, and the lock that lets no other process run one.
 */
public final class LocalStack implements AutoCloseable {
  public static final String TOPIC_PREFIX = "leadpulse.";

  private final Home home;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private boolean closed;

  private LocalStack(Home home) {
    this.home = home;
  }

  /**
   * Takes the home. From here on the libraries log to a file in it.
   *
   * @param command whose name the log has
   * @throws CliException if a stack runs there already
   */
  public static LocalStack open(Home home, String command) {
    LocalStack stack = new LocalStack(home);
    try {
      stack.keep(StackLock.take(home));
      LogFile.use(home.state().resolve("logs").resolve(command + ".log"));
      HashKeyFile.ensure(home.hashKeyFile());
    } catch (IOException e) {
      stack.close();
      throw CliException.failure("%s cannot be written".formatted(home.state()), e);
    }
    return stack;
  }

  /** Ends a part with the stack, before those that were kept earlier. */
  public synchronized <T extends AutoCloseable> T keep(T part) {
    parts.push(part);
    if (closed) {
      close();
    }
    return part;
  }

  /** Creates the topics that the broker does not have. */
  public void createTopics(EmbeddedBroker broker) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      TopicPlan.read(home).createMissing(admin, TOPIC_PREFIX);
    }
  }

  /**
   * Lets the other commands find this stack, until it begins to end.
   *
   * @param data where its data stays; null if nowhere
   */
  public RunningStack announce(
      EmbeddedBroker broker, URI rest, @Nullable Path data, InstantSource clock) {
    ProcessHandle self = ProcessHandle.current();
    RunningStack running =
        new RunningStack(
            self.pid(),
            RunningStack.startOf(self),
            broker.bootstrap(),
            TOPIC_PREFIX,
            rest.toString(),
            clock.instant().toString(),
            data == null ? null : data.toString());
    Path file = home.runningFile();
    try {
      running.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    keep(() -> Files.deleteIfExists(file));
    return running;
  }

  /** Ends all parts, also when one of them fails to; a part that comes later ends at once. */
  @Override
  public synchronized void close() {
    closed = true;
    CliException failure = null;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        if (failure == null) {
          failure = CliException.failure("the stack did not end well: " + e.getMessage(), e);
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
