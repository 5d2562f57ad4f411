package io.leadpulse.jobs.kafka;

import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import java.util.Set;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;

/** The jobs' sinks, all exactly once: what they write is visible after the next checkpoint. */
public final class Sinks {
  /**
   * What `config/topics.yaml` lets into the dead letters and the transfers; a producer allows 1 MiB
   * by default.
   */
  private static final int MAX_RECORD = 2 * 1024 * 1024;

  private static final Set<OutputTopic> RESULTS =
      Set.of(
          OutputTopic.LEAD_SCORE,
          OutputTopic.HOT_LEAD_ALERT,
          OutputTopic.SUSPECT_ENGAGEMENT,
          OutputTopic.MODEL_IMPACT,
          OutputTopic.LEAD_TRANSFER);

  private static final Set<OutputTopic> HAND_OFFS =
      Set.of(OutputTopic.HAND_OFF, OutputTopic.FUNNEL_STATS);

  private static final Set<OutputTopic> OF_ACCOUNTS =
      Set.of(OutputTopic.ACCOUNT_SCORE, OutputTopic.HOT_LEAD_ALERT);

  private Sinks() {}

  /** Scores, alerts, suspects, impacts of the model, transfers: what the lead's operator sends. */
  public static KafkaSink<OutputRecord> results(KafkaSettings kafka) {
    return sink(kafka, "results", RESULTS);
  }

  /** What accounts send, alerts that passed by them included; apart, as the dead letters are. */
  public static KafkaSink<OutputRecord> accounts(KafkaSettings kafka) {
    return sink(kafka, "accounts", OF_ACCOUNTS);
  }

  /** What becomes of hot leads, and the numbers of that. */
  public static KafkaSink<OutputRecord> handOffs(KafkaSettings kafka) {
    return sink(kafka, "hand-offs", HAND_OFFS);
  }

  /** Dead letters, apart, so that the operators in front of each sink can chain to it. */
  public static KafkaSink<OutputRecord> deadLetters(KafkaSettings kafka) {
    return sink(kafka, "dead-letters", Set.of(OutputTopic.DEAD_LETTER));
  }

  private static KafkaSink<OutputRecord> sink(
      KafkaSettings kafka, String name, Set<OutputTopic> topics) {
    return KafkaSink.<OutputRecord>builder()
        .setKafkaProducerConfig(kafka.producer())
        .setProperty("transaction.timeout.ms", Long.toString(kafka.transactionTimeout().toMillis()))
        .setProperty("max.request.size", Integer.toString(MAX_RECORD))
        .setBootstrapServers(kafka.bootstrapServers())
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        // From the first day on: a job cannot go back to pooling once it ran without.
        .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
        .setTransactionalIdPrefix(kafka.groupId() + '-' + name)
        .setRecordSerializer(new OutputSchema(kafka.topicPrefix(), topics))
        .build();
  }
}
