package io.leadpulse.cli.simulate;

/**
 * How many leads act and how often their records are flawed. Shares are of the engagement records,
 * from 0 to 1, and add up to 1 at most: a record has one flaw.
 *
 * <p>Duplicates, unreadable records, future timestamps and records without a lead are added to the
 * stream; what the leads really did stays whole.
 *
 * @param leads leads that are on their way at once; 1 to 1,000,000
 * @param seed the same seed and clock give the same records
 * @param duplicates share that is sent twice, the copy at once or up to two simulated days later
 * @param delayed share that comes minutes late
 * @param late share that comes later than that, by up to 24 hours
 * @param unreadable share that is followed by a broken copy
 * @param future share that is followed by a copy under an id of its own, timed in the future
 * @param noLead share of the web records that is followed by one of an unknown visitor
 */
public record SimulationSettings(
    int leads,
    long seed,
    double duplicates,
    double delayed,
    double late,
    double unreadable,
    double future,
    double noLead) {

  /** Each takes 1 to 2 kB of memory. */
  static final int MOST_LEADS = 1_000_000;

  public SimulationSettings {
    if (leads < 1 || leads > MOST_LEADS) {
      throw new IllegalArgumentException("leads must be 1 to 1000000, but is " + leads);
    }
    double sum = 0;
    for (double share : new double[] {duplicates, delayed, late, unreadable, future, noLead}) {
      if (!(share >= 0)) {
        throw new IllegalArgumentException("A share of flaws is 0 or more, but one is " + share);
      }
      sum += share;
    }
    if (sum > 1) {
      throw new IllegalArgumentException("The shares of flaws add up to more than 1: " + sum);
    }
  }

  /** A thousand leads, flawed as often as real sources are. */
  public static SimulationSettings defaults() {
    return new SimulationSettings(1_000, 1, 0.01, 0.05, 0.005, 0.001, 0.0002, 0.003);
  }

  public SimulationSettings withLeads(int changed) {
    return new SimulationSettings(
        changed, seed, duplicates, delayed, late, unreadable, future, noLead);
  }

  public SimulationSettings withSeed(long changed) {
    return new SimulationSettings(
        leads, changed, duplicates, delayed, late, unreadable, future, noLead);
  }

  /** The same leads with no flaw at all. */
  public SimulationSettings flawless() {
    return new SimulationSettings(leads, seed, 0, 0, 0, 0, 0, 0);
  }

  /** The same without timestamps in the future. */
  SimulationSettings withoutFuture() {
    return new SimulationSettings(leads, seed, duplicates, delayed, late, unreadable, 0, noLead);
  }

  /** The share of a flaw; 0 for none. */
  double share(Flaw flaw) {
    return switch (flaw) {
      case NONE -> 0;
      case DUPLICATE -> duplicates;
      case DELAYED -> delayed;
      case LATE -> late;
      case UNREADABLE -> unreadable;
      case FUTURE -> future;
      case NO_LEAD -> noLead;
    };
  }
}
