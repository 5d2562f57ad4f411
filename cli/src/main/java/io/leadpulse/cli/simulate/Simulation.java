package io.leadpulse.cli.simulate;

import io.leadpulse.schemas.registry.RecordFormat;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * An endless stream of what many leads do. Each lead's two weeks end at the instant it was set on
 * its way and are run through in the time its slot of the stream takes, so there is always
 * something to send, at night in Tokyo too, and nothing lies in the future but what is flawed so.
 *
 * <p>The same settings, origin and sequence of {@code now} give the same records, byte for byte. A
 * lead's records come in order, flaws apart. For one thread at a time.
 */
public final class Simulation implements RecordStream {
  /** Mean number of records of a journey; sets the pace, nothing depends on its being exact. */
  static final int RECORDS_PER_JOURNEY = 14;

  /** The opening journeys are over within so many records, one after the other. */
  private static final double FIRST_OPENING = 150;

  private static final double NEXT_OPENING = 100;

  private final SimulationSettings settings;
  private final RandomGenerator random;
  private final Cast cast;
  private final Flaws flaws;
  private final Backlog backlog = new Backlog();
  private final PriorityQueue<Slot> slots = new PriorityQueue<>();
  private long latest;
  private int leads;

  /**
   * A simulation for a stack without a schema registry.
   *
   * @param origin instant at which the simulation begins, in epoch milliseconds
   */
  public Simulation(SimulationSettings settings, long origin) {
    this(settings, RecordFormat.singleObject(), origin);
  }

  /**
   * @param format of the records
   * @param origin instant at which the simulation begins, in epoch milliseconds
   */
  Simulation(SimulationSettings settings, RecordFormat format, long origin) {
    this.settings = settings;
    SplittableRandom source = new SplittableRandom(settings.seed());
    random = source.split();
    flaws = new Flaws(settings, source.split(), new Encoders(format), backlog);
    cast = new Cast(settings, origin);
    latest = origin;
    for (int number = 0; number < settings.leads(); number++) {
      slots.add(new Slot(number, firstStretch(number)));
    }
  }

  @Override
  public SimulatedRecord next(long now) {
    latest = Math.max(latest, now);
    while (true) {
      Slot slot = slots.element();
      SimulatedRecord due = backlog.pollUpTo(slot.position());
      if (due != null) {
        return due;
      }
      slots.remove();
      move(slot);
      slots.add(slot);
    }
  }

  @Override
  public int leads() {
    return leads;
  }

  /** Events and records held in memory, for the test that they stay few. */
  int pending() {
    return backlog.size() + slots.stream().mapToInt(Slot::pending).sum();
  }

  private void move(Slot slot) {
    Journey journey = slot.journey();
    Event event = journey == null ? null : journey.next();
    if (journey == null || event == null) {
      slot.begin(cast.next(latest), latest);
      return;
    }
    leads += event.isFirst() ? 1 : 0;
    flaws.pass(event, slot, latest);
    slot.advance(usualStretch() * random.nextDouble(0.8, 1.2));
  }

  /** Long for some and short for others, so that from the first the leads are at all phases. */
  private double firstStretch(int number) {
    if (number < Cast.OPENING) {
      return Math.min(usualStretch(), FIRST_OPENING + number * NEXT_OPENING);
    }
    return usualStretch() * random.nextDouble(0.2, 1);
  }

  private double usualStretch() {
    return (double) settings.leads() * RECORDS_PER_JOURNEY;
  }
}
