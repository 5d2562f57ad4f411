package io.leadpulse.cli.stack;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a stack is reached.
 *
 * @param bootstrapServers of Kafka, {@code host:port} with commas between
 * @param topicPrefix what its topics begin with, with the dot; {@code "leadpulse."} unless told
 *     otherwise
 * @param restUrl Flink's REST address and web page; null if only Kafka is known
 * @param home the folder that holds {@code config} and {@code .leadpulse}
 */
public record Connection(
    String bootstrapServers, String topicPrefix, @Nullable String restUrl, Path home) {}
