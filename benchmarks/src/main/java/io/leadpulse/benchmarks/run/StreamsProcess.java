package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.block.BlockOrder;
import io.leadpulse.cli.stack.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A block of Kafka Streams: its module's class path, and nothing of this one's. */
final class StreamsProcess {
  private static final String MAIN = "io.leadpulse.benchmarks.streams.StreamsMain";
  private static final String JAR = "benchmarks/kafka-streams/target/kafka-streams.jar";

  private StreamsProcess() {}

  /**
   * @param options of the JVM
   */
  static JavaProcess start(BlockOrder order, List<String> options) {
    Path jar = Home.current().file(JAR);
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-cp", jar.toString()));
    return JavaProcess.start(MAIN, all, order.arguments(), order.folder());
  }
}
