package io.leadpulse.cli.simulate;

import io.leadpulse.cli.terminal.CliException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a simulation to Kafka at an even rate of engagements; profiles and what sales does come on
 * top. One thread runs it; {@link #stop} and {@link #report} are for any.
 */
public final class EventSender implements AutoCloseable {
  /** So that a stop is heeded soon at any rate. */
  private static final long LONGEST_PAUSE = Duration.ofMillis(50).toNanos();

  private final Producer<byte[], byte[]> producer;
  private final RecordStream simulation;
  private final String topicPrefix;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Onlooker onlooker;
  private final Tally tally = new Tally();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private volatile boolean stopped;
  private volatile int leads;

  /**
   * One that nobody looks at.
   *
   * @param producer closed with the sender
   * @param topicPrefix what topics begin with, with the dot
   * @param clock gives the time that the simulation runs up to
   * @param nanoTime paces; as {@link System#nanoTime}
   */
  public EventSender(
      Producer<byte[], byte[]> producer,
      RecordStream simulation,
      String topicPrefix,
      InstantSource clock,
      LongSupplier nanoTime) {
    this(producer, simulation, topicPrefix, clock, nanoTime, Onlooker.NONE);
  }

  /** The same with an onlooker, who sees each record. */
  EventSender(
      Producer<byte[], byte[]> producer,
      RecordStream simulation,
      String topicPrefix,
      InstantSource clock,
      LongSupplier nanoTime,
      Onlooker onlooker) {
    this.producer = producer;
    this.simulation = simulation;
    this.topicPrefix = topicPrefix;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.onlooker = onlooker;
  }

  /**
   * A producer that loses nothing and doubles nothing by itself.
   *
   * <p>One request at a time: a partition that is just being created refuses the first batch and
   * may take the second, and then refuses the first for good.
   */
  public static Producer<byte[], byte[]> producer(String bootstrapServers) {
    Properties settings = new Properties();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "leadpulse-simulator");
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Sends until stopped.
   *
   * @param rate engagements per second, 1 or more
   * @throws CliException if the broker refuses a record
   */
  public void run(int rate) {
    run(rate, Limit.NONE);
  }

  /**
   * Sends until a limit is reached or it is stopped.
   *
   * @param rate engagements per second, 1 or more
   * @throws CliException if the broker refuses a record
   */
  public void run(int rate, Limit limit) {
    long start = nanoTime.getAsLong();
    Pace pace = new Pace(rate, start);
    long sent = 0;
    long now = start;
    while (!stopped && sent < limit.events() && now - start < limit.nanos()) {
      sent = sendUpTo(Math.min(pace.due(now), limit.events()), sent);
      pause(pace.nanosUntilDue(sent, nanoTime.getAsLong()));
      now = nanoTime.getAsLong();
    }
  }

  /** Makes {@link #run} return soon. */
  public void stop() {
    stopped = true;
  }

  /** What the broker has taken so far. */
  public SendReport report() {
    return tally.report(leads);
  }

  /**
   * Waits until the broker has taken all that was sent.
   *
   * @throws CliException if it refused a record
   */
  @Override
  public void close() {
    producer.flush();
    producer.close();
    failIfRefused();
  }

  /** Sends until {@code due} engagements of this run were sent; returns how many were. */
  private long sendUpTo(long due, long sentBefore) {
    long sent = sentBefore;
    while (sent < due && !stopped) {
      failIfRefused();
      SimulatedRecord record = simulation.next(clock.millis());
      send(record);
      sent += record.isEngagement() ? 1 : 0;
      leads = simulation.leads();
    }
    return sent;
  }

  private void send(SimulatedRecord record) {
    String topic = record.subject().topic(topicPrefix);
    onlooker.sending(record, topic);
    producer.send(
        new ProducerRecord<>(topic, record.key(), record.value()),
        (metadata, refusal) -> {
          if (refusal == null) {
            onlooker.taken(record, metadata);
            tally.count(record, topic);
          } else {
            failure.compareAndSet(null, refusal);
          }
        });
  }

  private void failIfRefused() {
    Exception refusal = failure.get();
    if (refusal != null) {
      throw CliException.failure("Kafka takes no records: " + refusal.getMessage(), refusal);
    }
  }

  private static void pause(long nanos) {
    if (nanos > 0) {
      LockSupport.parkNanos(Math.min(nanos, LONGEST_PAUSE));
    }
  }

  /**
   * Where to end.
   *
   * @param events most engagements to send
   * @param nanos longest time to send
   */
  public record Limit(long events, long nanos) {
    public static final Limit NONE = new Limit(Long.MAX_VALUE, Long.MAX_VALUE);
  }
}
