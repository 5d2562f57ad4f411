package io.leadpulse.jobs.kafka;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How to reach Kafka. Never shows a secret: of the properties only the names are in its text.
 *
 * @param bootstrapServers {@code host:port}, several with commas
 * @param groupId of the consumers, and the beginning of the transactions' ids: one per installation
 * @param topicPrefix with its dot, such as {@code leadpulse.}
 * @param properties for every client, such as {@code security.protocol}
 * @param transactionTimeout after which the broker gives up a transaction of a job that is gone; at
 *     most the broker's {@code transaction.max.timeout.ms}
 */
public record KafkaSettings(
    String bootstrapServers,
    String groupId,
    String topicPrefix,
    Map<String, String> properties,
    Duration transactionTimeout)
    implements Serializable {

  public KafkaSettings {
    properties = Map.copyOf(properties);
  }

  /** What every client is given. */
  public Properties client() {
    Properties client = new Properties();
    client.putAll(properties);
    client.setProperty("bootstrap.servers", bootstrapServers);
    return client;
  }

  /** What every reader is given: only what was committed exists. */
  Properties consumer() {
    Properties consumer = client();
    consumer.setProperty("isolation.level", "read_committed");
    return consumer;
  }

  @Override
  public String toString() {
    Map<String, String> masked = new TreeMap<>(properties);
    masked.replaceAll((name, value) -> "***");
    return "KafkaSettings[bootstrapServers=%s, groupId=%s, topicPrefix=%s, properties=%s]"
        .formatted(bootstrapServers, groupId, topicPrefix, masked);
  }
}
