package io.leadpulse.cli.stack;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.registry.RecordFormat;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a stack is reached.
 *
 * @param bootstrapServers of Kafka, {@code host:port} with commas between
 * @param topicPrefix what its topics begin with, with the dot; {@code "leadpulse."} unless told
 *     otherwise
 * @param restUrl Flink's REST address and web page; null if only Kafka is known
 * @param home the folder that holds {@code config} and {@code .leadpulse}
 * @param registry of the schemas of its records
 */
public record Connection(
    String bootstrapServers,
    String topicPrefix,
    @Nullable String restUrl,
    Path home,
    RegistryAccess registry) {

  /** A stack without a schema registry. */
  public Connection(
      String bootstrapServers, String topicPrefix, @Nullable String restUrl, Path home) {
    this(bootstrapServers, topicPrefix, restUrl, home, RegistryAccess.NONE);
  }

  Connection with(RegistryAccess other) {
    return new Connection(bootstrapServers, topicPrefix, restUrl, home, other);
  }

  /** The format of its records for a command that reads. */
  public RecordFormat reading() {
    return registry.reading(topicPrefix);
  }

  /**
   * The same for a command that also writes.
   *
   * @throws CliException if the registry lacks a schema that is to be written
   */
  public RecordFormat writing(List<? extends Subject<?>> subjects) {
    return registry.writing(topicPrefix, subjects);
  }
}
