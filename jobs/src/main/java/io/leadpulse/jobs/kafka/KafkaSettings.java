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
  /** A small part of the shortest checkpoint interval that anybody uses. */
  private static final String LINGER_MILLIS = "50";

  private static final String BATCH_BYTES = Integer.toString(128 * 1024);

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

  /**
   * What every writer is given. What it writes is visible after the next checkpoint only, and that
   * flushes: a record may well wait for others of its batch. The user's properties win.
   */
  Properties producer() {
    Properties producer = new Properties();
    producer.setProperty("linger.ms", LINGER_MILLIS);
    producer.setProperty("batch.size", BATCH_BYTES);
    producer.putAll(client());
    return producer;
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
