package io.leadpulse.cli.stack;

import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stack that a command is about: the address given, else {@code LEADPULSE_BOOTSTRAP},
 * else the one that {@code up} or {@code demo} started in this home.
 */
public final class StackLocator {
  private static final String DEFAULT_PREFIX = "leadpulse.";

  private final Map<String, String> environment;
  private final Home home;

  StackLocator(Map<String, String> environment, Home home) {
    this.environment = environment;
    this.home = home;
  }

  /**
   * The stack to talk to; it answered just now.
   *
   * @param bootstrapOption value of {@code --bootstrap-server}; null if it was not given
   * @throws CliException if there is none or it does not answer
   */
  public static Connection locate(@Nullable String bootstrapOption) {
    return new StackLocator(System.getenv(), Home.current()).find(bootstrapOption);
  }

  /**
   * The stack to talk to, asked nothing yet: its Kafka may want more of a client than an address.
   *
   * @throws CliException if there is none
   */
  static Connection name(@Nullable String bootstrapOption) {
    return new StackLocator(System.getenv(), Home.current()).named(bootstrapOption).connection();
  }

  Connection find(@Nullable String bootstrapOption) {
    Named stack = named(bootstrapOption);
    Reachability.check(stack.connection.bootstrapServers(), stack.whose);
    return stack.connection;
  }

  /**
   * A stack before anybody asked whether it is there.
   *
   * @param whose where the address comes from, for messages
   */
  private record Named(Connection connection, String whose) {}

  private Named named(@Nullable String bootstrapOption) {
    if (bootstrapOption != null) {
      return given(bootstrapOption, "--bootstrap-server");
    }
    String variable = environment.getOrDefault("LEADPULSE_BOOTSTRAP", "");
    return variable.isBlank() ? started() : given(variable, "LEADPULSE_BOOTSTRAP");
  }

  private Named given(String bootstrap, String from) {
    String prefix = environment.getOrDefault("LEADPULSE_TOPIC_PREFIX", DEFAULT_PREFIX);
    return new Named(new Connection(bootstrap, prefix, null, home.folder()), "given by " + from);
  }

  private Named started() {
    Path file = home.runningFile();
    RunningStack stack = read(file);
    if (stack == null) {
      throw CliException.failure(
          "no stack is running here; start one with `leadpulse up`, or name one with"
              + " --bootstrap-server or LEADPULSE_BOOTSTRAP");
    }
    if (stack.process().isEmpty()) {
      throw CliException.failure(
          "the stack in %s (process %d) has died; start it again with `leadpulse up`"
              .formatted(file, stack.pid()));
    }
    Connection connection =
        new Connection(stack.bootstrap(), stack.topicPrefix(), stack.rest(), home.folder());
    return new Named(connection, "of the stack in " + file);
  }

  private static @Nullable RunningStack read(Path file) {
    try {
      return RunningStack.read(file);
    } catch (IOException unreadable) {
      throw CliException.failure("%s cannot be read; remove it".formatted(file), unreadable);
    }
  }
}
