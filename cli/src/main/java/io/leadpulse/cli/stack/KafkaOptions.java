package io.leadpulse.cli.stack;

import io.leadpulse.cli.terminal.CliException;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that may meet a secured Kafka, for {@code @Mixin}. */
public final class KafkaOptions {
  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      description =
          "Kafka; else bootstrap.servers of the other options' files; else LEADPULSE_BOOTSTRAP;"
              + " else that of the stack that `up` or `demo` runs here.")
  private @Nullable String address;

  @Option(
      names = "--prefix",
      paramLabel = "PREFIX",
      description =
          "What the topics begin with, with its dot; else LEADPULSE_TOPIC_PREFIX, by default"
              + " 'leadpulse.'.")
  private @Nullable String prefix;

  @Option(
      names = "--command-config",
      paramLabel = "FILE",
      description =
          "Properties of Kafka's client, such as security.protocol; values may hold"
              + " $${env:NAME} and $${file:PATH}.")
  private @Nullable Path clientFile;

  /**
   * The Kafka that is meant; nobody asked yet whether it is there.
   *
   * @throws CliException if there is none, or a file cannot be used
   */
  public KafkaAccess access() {
    return access(new Properties(), null);
  }

  /**
   * The same with what another file says, where the options say nothing.
   *
   * @param given properties of a client, {@code bootstrap.servers} among them
   * @param givenPrefix null if the file says nothing of it
   */
  public KafkaAccess access(Properties given, @Nullable String givenPrefix) {
    Properties client = new Properties();
    client.putAll(given);
    if (clientFile != null) {
      client.putAll(ClientProperties.read(clientFile));
    }
    String named = address == null ? client.getProperty(KafkaAccess.SERVERS) : address;
    Connection stack = StackLocator.name(named);
    client.setProperty(KafkaAccess.SERVERS, stack.bootstrapServers());
    String fallback = givenPrefix == null ? stack.topicPrefix() : givenPrefix;
    return new KafkaAccess(client, prefix == null ? fallback : prefix, stack.restUrl());
  }
}
