package io.leadpulse.benchmarks.run;

import io.leadpulse.cli.stack.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Path;

/** The broker's process: says its address and lives until its standard input ends. */
final class BrokerMain {
  private BrokerMain() {}

  /** Argument: the folder for its data. */
  public static void main(String[] args) throws IOException {
    try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]))) {
      System.out.println(broker.bootstrap());
      while (System.in.read() >= 0) {
        // Nothing is ever written to it.
      }
    }
    System.exit(0);
  }
}
