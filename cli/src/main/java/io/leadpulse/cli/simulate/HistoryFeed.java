package io.leadpulse.cli.simulate;

import io.leadpulse.cli.judge.Evidence;
import io.leadpulse.cli.judge.Feed;
import io.leadpulse.cli.simulate.EventSender.Limit;
import io.leadpulse.cli.terminal.Interrupts;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * A history of so many events, as fast as the broker takes them.
 *
 * @param settings whose leads act
 * @param events how many engagements
 * @param truth sees the records as they are sent
 * @param err takes the progress
 */
record HistoryFeed(
    SimulationSettings settings,
    long events,
    Onlooker truth,
    Interrupts interrupts,
    PrintWriter err)
    implements Feed {
  /** Long ago, so that no history reaches into the future; a Monday, 9:00 in Tokyo. */
  static final Instant ORIGIN = Instant.parse("2020-01-06T00:00:00Z");

  /** Leads at once that make a history of some two months. */
  private static final int EVENTS_PER_LEAD = 60;

  private static final int FEWEST_LEADS = 200;

  /** How many leads at once fit a number of events. */
  static int leadsFor(long events) {
    long leads = Math.max(FEWEST_LEADS, events / EVENTS_PER_LEAD);
    return (int) Math.min(SimulationSettings.MOST_LEADS, leads);
  }

  @Override
  public void send(String bootstrap, String topicPrefix, Evidence evidence) {
    RecordStream history = new Chronicle(settings.withoutFuture(), ORIGIN.toEpochMilli());
    try (EventSender sender =
        new EventSender(
            EventSender.producer(bootstrap),
            history,
            topicPrefix,
            InstantSource.fixed(ORIGIN),
            System::nanoTime,
            new Recorder(truth, evidence))) {
      new BackgroundSending(sender, Integer.MAX_VALUE, new Limit(events, Long.MAX_VALUE))
          .await(interrupts, err);
    }
  }

  /** Tells the judge where each record is that can be read. */
  private record Recorder(Onlooker truth, Evidence evidence) implements Onlooker {

    @Override
    public void sending(SimulatedRecord record, String topic) {
      truth.sending(record, topic);
    }

    @Override
    public void taken(SimulatedRecord record, RecordMetadata where) {
      if (record.isEngagement() && record.flaw() != Flaw.UNREADABLE) {
        evidence.add(where.topic(), where.partition(), where.offset(), record.exhibit());
      }
    }
  }
}
