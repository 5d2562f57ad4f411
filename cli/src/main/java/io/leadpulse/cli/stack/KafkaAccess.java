package io.leadpulse.cli.stack;

import io.leadpulse.cli.terminal.CliException;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a Kafka that may be secured. Its text shows no secrets.
 *
 * @param client properties of every client, {@code bootstrap.servers} among them
 * @param prefix what topics begin with, with its dot
 * @param flink REST address of the stack's Flink; null if only Kafka is known
 */
public record KafkaAccess(Properties client, String prefix, @Nullable String flink) {
  static final String SERVERS = "bootstrap.servers";

  /** Kafka's own default is a minute, which nobody waits for at a terminal. */
  private static final String API_TIMEOUT_MILLIS = "20000";

  private static final String REQUEST_TIMEOUT_MILLIS = "10000";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  public String bootstrapServers() {
    return client.getProperty(SERVERS);
  }

  /**
   * A client that was answered.
   *
   * @throws CliException if Kafka does not answer, or not with these properties
   */
  public Admin connect() {
    Reachability.checkListening(bootstrapServers(), "given");
    Properties properties = new Properties();
    properties.setProperty("default.api.timeout.ms", API_TIMEOUT_MILLIS);
    properties.setProperty("request.timeout.ms", REQUEST_TIMEOUT_MILLIS);
    properties.putAll(client);
    Admin admin;
    try {
      admin = Admin.create(properties);
    } catch (KafkaException e) {
      throw CliException.failure(
          "no Kafka client can be made for %s: %s".formatted(bootstrapServers(), root(e)), e);
    }
    try {
      Answer.of(admin.describeCluster().clusterId(), "Kafka at " + bootstrapServers(), PATIENCE);
      return admin;
    } catch (CliException e) {
      admin.close(Duration.ZERO);
      throw e;
    }
  }

  private static String root(Throwable failure) {
    return failure.getCause() == null
        ? String.valueOf(failure.getMessage())
        : root(failure.getCause());
  }

  @Override
  public String toString() {
    return "KafkaAccess[%s, prefix=%s]".formatted(bootstrapServers(), prefix);
  }
}
