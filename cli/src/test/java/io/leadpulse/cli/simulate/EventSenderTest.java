package io.leadpulse.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadpulse.cli.simulate.EventSender.Limit;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.JsonLine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class EventSenderTest {
  private static final Instant NOW = Instant.parse("2026-11-25T05:00:00Z");

  private final MockProducer<byte[], byte[]> producer = producer(true);

  @Test
  void sendsNoMoreThanTheLimit() {
    EventSender sender = sender(producer, eachReading(Duration.ofSeconds(1)));
    sender.run(200, new Limit(1_234, Long.MAX_VALUE));
    sender.close();
    assertThat(sender.report().engagements()).isEqualTo(1_234);
    assertThat(producer.history()).hasSize((int) sender.report().total());
  }

  @Test
  void sendsAtTheRateUntilTheTimeIsUp() {
    EventSender sender = sender(producer, eachReading(Duration.ofMillis(7)));
    sender.run(1_000, new Limit(Long.MAX_VALUE, Duration.ofSeconds(3).toNanos()));
    assertThat(sender.report().engagements()).isBetween(2_980L, 3_001L);
  }

  @Test
  void stopsWhenTold() {
    AtomicLong readings = new AtomicLong();
    EventSender[] sender = new EventSender[1];
    LongSupplier stoppingClock =
        () -> {
          if (readings.incrementAndGet() == 10) {
            sender[0].stop();
          }
          return Duration.ofSeconds(readings.get()).toNanos();
        };
    sender[0] = sender(producer, stoppingClock);
    sender[0].run(10);
    assertThat(producer.history()).hasSizeLessThan(200);
  }

  @Test
  void reportsOnlyWhatTheBrokerHasTaken() {
    MockProducer<byte[], byte[]> slow = producer(false);
    EventSender sender = sender(slow, eachReading(Duration.ofSeconds(1)));
    sender.run(200, new Limit(100, Long.MAX_VALUE));
    assertThat(sender.report().total()).isZero();
    sender.close();
    assertThat(slow.flushed()).isTrue();
    assertThat(slow.closed()).isTrue();
    assertThat(sender.report().engagements()).isEqualTo(100);
  }

  @Test
  void aRefusedRecordIsAnError() {
    MockProducer<byte[], byte[]> slow = producer(false);
    EventSender sender = sender(slow, eachReading(Duration.ofSeconds(1)));
    sender.run(200, new Limit(3, Long.MAX_VALUE));
    slow.errorNext(new TimeoutException("gone"));
    assertThatThrownBy(() -> sender.run(200)).isInstanceOf(CliException.class);
    assertThatThrownBy(sender::close)
        .isInstanceOf(CliException.class)
        .hasMessage("Kafka takes no records: gone");
  }

  @Test
  void countsByTopicAndByFlaw() {
    EventSender sender = sender(producer, eachReading(Duration.ofSeconds(1)));
    sender.run(1_000, new Limit(50_000, Long.MAX_VALUE));
    SendReport report = sender.report();
    assertThat(report.sent())
        .containsOnlyKeys(
            "test.email-engagement.v1",
            "test.identity.v1",
            "test.lead-profile.v1",
            "test.offline-engagement.v1",
            "test.sales-activity.v1",
            "test.web-access.v1",
            "test.webinar-engagement.v1");
    assertThat(report.engagements())
        .isEqualTo(
            report.total()
                - report.sent().get("test.lead-profile.v1")
                - report.sent().get("test.sales-activity.v1")
                - report.sent().get("test.identity.v1"));
    assertThat(report.duplicates()).isPositive();
    assertThat(report.unreadable()).isPositive();
    assertThat(report.leads()).isGreaterThan(1_000);
  }

  @Test
  void theReportIsOneLineOfJson() {
    EventSender sender = sender(producer, eachReading(Duration.ofSeconds(1)));
    sender.run(1, new Limit(1, Long.MAX_VALUE));
    assertThat(JsonLine.of(sender.report()))
        .isEqualTo(
            "{\"sent\":{\"test.identity.v1\":1,\"test.lead-profile.v1\":1,\"test.web-access.v1\":1},"
                + "\"engagements\":1,\"duplicates\":0,"
                + "\"delayed\":0,\"late\":0,\"unreadable\":0,\"future\":0,\"no_lead\":0,"
                + "\"leads\":1}");
  }

  private static EventSender sender(MockProducer<byte[], byte[]> producer, LongSupplier nanoTime) {
    Simulation simulation = new Simulation(SimulationSettings.defaults(), NOW.toEpochMilli());
    return new EventSender(producer, simulation, "test.", InstantSource.fixed(NOW), nanoTime);
  }

  private static MockProducer<byte[], byte[]> producer(boolean takesAtOnce) {
    return new MockProducer<>(
        takesAtOnce, null, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** A clock that moves on by so much at each reading. */
  private static LongSupplier eachReading(Duration step) {
    AtomicLong time = new AtomicLong(Long.MAX_VALUE - Duration.ofMinutes(1).toNanos());
    return () -> time.getAndAdd(step.toNanos());
  }
}
