package io.leadpulse.cli.simulate;

/** An endless stream of simulated records. For one thread at a time. */
public interface RecordStream {

  /**
   * The next record.
   *
   * @param now the time in epoch milliseconds; a step back is taken for no step
   */
  SimulatedRecord next(long now);

  /** Leads that something was told of so far. */
  int leads();
}
