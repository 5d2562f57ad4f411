package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.block.BlockOrder;
import java.util.function.BooleanSupplier;

/** In which way the records of a block are sent. */
interface Sending {
  /** As fast as the peer takes them. */
  Sending FULL = (order, sender, feeder, goesOn) -> feeder.feed(order.all());

  /**
   * Sends all of them.
   *
   * @param goesOn asked now and then; it stops if not
   */
  void send(BlockOrder order, Sender sender, Feeder feeder, BooleanSupplier goesOn);

  /** Called when the peer has come to its end, while its topics are still there. */
  default void ended() {}
}
