package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Exhibit;
import io.leadpulse.cli.truth.Truth;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** Puts records into the stream as real sources do: some late, some twice, some broken. */
final class Flaws {
  private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);
  private static final long HOUR = TimeUnit.HOURS.toMillis(1);

  /** All of these in simulated time. */
  private static final long LEAST_DELAY = MINUTE;

  private static final long MOST_DELAY = 10 * MINUTE;
  private static final long MOST_LATE = 24 * HOUR;
  private static final long MOST_COPY = 48 * HOUR;

  /**
   * How much later in the stream sales acts, in records: it waits for what the scoring says, and
   * that takes its time however fast the days go by here.
   */
  private static final double SALES_PAUSE = 1_000;

  /** More than clocks go wrong by themselves. */
  private static final long LEAST_AHEAD = 10 * MINUTE;

  private static final long MOST_AHEAD = 72 * HOUR;

  private final SimulationSettings settings;
  private final RandomGenerator random;
  private final Backlog backlog;
  private final Encoders encoders;
  private int strangers;

  /**
   * @param encoders what the records are written by
   * @param backlog where the records go
   */
  Flaws(SimulationSettings settings, RandomGenerator random, Encoders encoders, Backlog backlog) {
    this.encoders = encoders;
    this.settings = settings;
    this.random = random;
    this.backlog = backlog;
  }

  /**
   * Puts an event into the stream, and what goes wrong about it.
   *
   * @param slot whose event it is
   * @param now in epoch milliseconds
   */
  void pass(Event event, Timeline slot, long now) {
    byte[] value = encoders.encode(event.subject(), event.value());
    SimulatedRecord record =
        new SimulatedRecord(event.subject(), event.key(), value, Flaw.NONE, exhibit(event));
    if (event.subject() == Topics.SALES_ACTIVITY) {
      backlog.add(slot.position() + SALES_PAUSE, record);
      return;
    }
    Flaw flaw = record.isEngagement() ? draw() : Flaw.NONE;
    switch (flaw) {
      case DELAYED -> addLate(record.flawed(flaw, value), event, slot, LEAST_DELAY, MOST_DELAY);
      case LATE -> addLate(record.flawed(flaw, value), event, slot, MOST_DELAY, MOST_LATE);
      default -> {
        backlog.add(slot.position(), record);
        addFlawed(flaw, record, event, slot, now);
      }
    }
  }

  private void addFlawed(Flaw flaw, SimulatedRecord record, Event event, Timeline slot, long now) {
    switch (flaw) {
      case DUPLICATE -> addLate(record.flawed(flaw, record.value()), event, slot, 0, latestCopy());
      case UNREADABLE ->
          backlog.add(
              slot.position(), record.flawed(flaw, Garbler.garble(random, record.value()), ""));
      case FUTURE -> backlog.add(slot.position(), aheadOfTime(record, event, now));
      case NO_LEAD -> {
        if (event.value() instanceof WebAccess access) {
          backlog.add(slot.position(), ofStranger(access, event.truth()));
        }
      }
      default -> {}
    }
  }

  private void addLate(SimulatedRecord record, Event event, Timeline slot, long least, long most) {
    backlog.add(slot.positionOf(event.at() + Chance.between(random, least, most)), record);
  }

  private Flaw draw() {
    double rest = random.nextDouble();
    for (Flaw flaw : Flaw.values()) {
      rest -= settings.share(flaw);
      if (rest < 0) {
        return flaw;
      }
    }
    return Flaw.NONE;
  }

  /** Half of the copies come at once. */
  private long latestCopy() {
    return random.nextBoolean() ? 0 : MOST_COPY;
  }

  private static Exhibit exhibit(Event event) {
    return new Exhibit(Fields.claim(event.subject(), event.value()), event.truth());
  }

  private SimulatedRecord aheadOfTime(SimulatedRecord record, Event event, long now) {
    SpecificRecordBase copy =
        (SpecificRecordBase) SpecificData.get().deepCopy(event.subject().schema(), event.value());
    String eventId = event.truth().eventId() + "-ahead";
    copy.put("eventId", eventId);
    copy.put(
        "occurredAt", Instant.ofEpochMilli(now + Chance.between(random, LEAST_AHEAD, MOST_AHEAD)));
    return record.flawed(Flaw.FUTURE, encoders.encode(event.subject(), copy), eventId);
  }

  /** The same access by somebody who never said who he is. */
  private SimulatedRecord ofStranger(WebAccess access, Truth truth) {
    String visitor = access.getVisitorId() + "-stranger-" + strangers++;
    WebAccess unknown =
        WebAccess.newBuilder(access)
            .setEventId(visitor + "-e0")
            .setLeadId(null)
            .setVisitorId(visitor)
            .build();
    Truth nobodys = new Truth(unknown.getEventId(), "", truth.actor(), truth.setting());
    return new SimulatedRecord(
        Topics.WEB_ACCESS,
        visitor.getBytes(StandardCharsets.UTF_8),
        encoders.encode(Topics.WEB_ACCESS, unknown),
        Flaw.NO_LEAD,
        new Exhibit(Fields.claim(Topics.WEB_ACCESS, unknown), nobodys));
  }
}
