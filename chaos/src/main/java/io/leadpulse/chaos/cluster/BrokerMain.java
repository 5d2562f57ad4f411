package io.leadpulse.chaos.cluster;

import io.leadpulse.cli.stack.EmbeddedBroker;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The broker as a process of its own: {@code FOLDER BROKER-PORT CONTROLLER-PORT [KEY=VALUE ...]}.
 * Over the same folder it starts again, however it ended.
 */
final class BrokerMain {
  private BrokerMain() {}

  public static void main(String[] args) {
    Map<String, String> settings = new HashMap<>();
    for (int i = 3; i < args.length; i++) {
      int sign = args[i].indexOf('=');
      settings.put(args[i].substring(0, sign), args[i].substring(sign + 1));
    }
    EmbeddedBroker broker =
        EmbeddedBroker.start(
            Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), settings);
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "end"));
  }
}
