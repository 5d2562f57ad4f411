package io.leadpulse.chaos.agent;

import java.util.Arrays;
import java.util.Locale;

/** A place in the code of Flink, its Kafka connector or Kafka where a process may die. */
public enum Point {
  /** A sink begins to flush what it wrote before a barrier. */
  BEFORE_PRE_COMMIT(Process.TASK_MANAGER, "*.sink.KafkaWriter", "flush", true),
  /** All is flushed; the transaction is about to be set aside. */
  DURING_PRE_COMMIT(
      Process.TASK_MANAGER,
      "*.sink.internal.FlinkKafkaInternalProducer",
      "precommitTransaction",
      true),
  /** The transaction is set aside; the task has not told the JobManager. */
  AFTER_PRE_COMMIT(Process.TASK_MANAGER, "*.sink.ExactlyOnceKafkaWriter", "prepareCommit", false),
  /** The checkpoint is complete, nothing is committed. */
  BEFORE_COMMIT(Process.TASK_MANAGER, "*.sink.internal.KafkaCommitter", "commit", true),
  /** One transaction is committed, others may not be. */
  DURING_COMMIT(
      Process.TASK_MANAGER,
      "*.sink.internal.FlinkKafkaInternalProducer",
      "commitTransaction",
      false),
  /** A task has committed all of its transactions. */
  AFTER_COMMIT(Process.TASK_MANAGER, "*.sink.internal.KafkaCommitter", "commit", false),
  /** All tasks have answered; the checkpoint is not complete. */
  BEFORE_COMPLETION(
      Process.JOB_MANAGER,
      "org.apache.flink.runtime.checkpoint.CheckpointCoordinator",
      "completePendingCheckpoint",
      true),
  /** The checkpoint is what a restart begins from, and no task knows. */
  DURING_COMPLETION(
      Process.JOB_MANAGER,
      "org.apache.flink.runtime.checkpoint.DefaultCompletedCheckpointStore",
      "addCheckpointAndSubsumeOldestOne",
      false),
  /** The tasks are being told to commit. */
  AFTER_COMPLETION(
      Process.JOB_MANAGER,
      "org.apache.flink.runtime.checkpoint.CheckpointCoordinator",
      "sendAcknowledgeMessages",
      false),
  /** The broker is asked to end a transaction and has written nothing. */
  BEFORE_END_OF_TRANSACTION(
      Process.BROKER,
      "kafka.coordinator.transaction.TransactionCoordinator",
      "handleEndTransaction",
      true),
  /** The end is decided; readers cannot see it yet. */
  DURING_END_OF_TRANSACTION(
      Process.BROKER,
      "kafka.coordinator.transaction.TransactionMarkerChannelManager",
      "addTxnMarkersToSend",
      true);

  /** Whose code it is in. */
  public enum Process {
    TASK_MANAGER,
    JOB_MANAGER,
    BROKER
  }

  private static final String CONNECTOR = "org.apache.flink.connector.kafka";

  private final Process process;
  private final String type;
  private final String method;
  private final boolean onEnter;

  /**
   * @param type name of the class; a star stands for the connector's package
   * @param onEnter whether it is where the method begins, not where it returns
   */
  Point(Process process, String type, String method, boolean onEnter) {
    this.process = process;
    this.type = type.replace("*", CONNECTOR);
    this.method = method;
    this.onEnter = onEnter;
  }

  public Process process() {
    return process;
  }

  String type() {
    return type;
  }

  String method() {
    return method;
  }

  boolean onEnter() {
    return onEnter;
  }

  /** The name in reports, such as {@code before-commit}. */
  public String term() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Point of(String term) {
    return Arrays.stream(values())
        .filter(point -> point.term().equals(term))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no point is called " + term));
  }
}
