package io.leadpulse.cli.stack;

import io.leadpulse.cli.terminal.CliException;
import java.util.Collection;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends a few records, each of which all replicas have before the next one goes. */
public final class RecordSender implements AutoCloseable {
  /** A model of 1 MiB and its envelope. */
  private static final int MAX_REQUEST_BYTES = 2_097_152;

  private final KafkaProducer<byte[], byte[]> producer;

  /** One for a Kafka that is not secured. */
  public RecordSender(String bootstrapServers) {
    this(client(bootstrapServers));
  }

  /**
   * @param client properties of every client, {@code bootstrap.servers} among them
   */
  public RecordSender(Properties client) {
    Properties settings = new Properties();
    settings.putAll(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
    ByteArraySerializer bytes = new ByteArraySerializer();
    producer = new KafkaProducer<>(settings, bytes, bytes);
  }

  private static Properties client(String bootstrapServers) {
    Properties client = new Properties();
    client.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return client;
  }

  /**
   * Returns if the topics are there: a producer would wait a minute for one that is not.
   *
   * @param topics with their prefix
   * @param fix what to do if one is missing
   * @throws CliException if one is missing
   */
  public static void requireTopics(
      Admin admin, String bootstrapServers, Collection<String> topics, String fix) {
    Set<String> present = Answer.of(admin.listTopics().names(), "Kafka's topics");
    for (String topic : topics) {
      if (!present.contains(topic)) {
        throw CliException.failure(
            "Kafka at %s has no topic %s; %s".formatted(bootstrapServers, topic, fix));
      }
    }
  }

  /**
   * Sends one.
   *
   * @param topic with its prefix
   * @throws CliException if the broker does not take it
   */
  public void send(String topic, byte[] key, byte[] value) {
    Answer.of(producer.send(new ProducerRecord<>(topic, key, value)), "publishing to " + topic);
  }

  @Override
  public void close() {
    producer.close();
  }
}
