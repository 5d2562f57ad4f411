package io.leadpulse.benchmarks.block;

import io.leadpulse.benchmarks.peer.Peer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a block's process is to do.
 *
 * @param config the job's, in YAML
 * @param folder for its working files
 * @param broker process id of the broker
 * @param from events after which measuring begins
 * @param to events after which it ends
 * @param all events that will be sent
 * @param parallelism subtasks of each operator
 * @param counting whether state is looked at too, which costs time
 * @param rescoring whether, in place of the events, the re-score is measured that a release after
 *     the last of them brings about
 */
public record BlockOrder(
    Peer peer,
    String config,
    Path folder,
    long broker,
    long from,
    long to,
    long all,
    int parallelism,
    boolean counting,
    boolean rescoring) {

  /** Inputs that the counted operator has taken when it has taken all events. */
  long allInputs() {
    return all + (long) parallelism * peer.inputsBesideEvents();
  }

  /** As arguments of {@link BlockMain}. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.add(peer.name());
    arguments.add(config);
    arguments.add(folder.toString());
    for (long number : new long[] {broker, from, to, all, parallelism}) {
      arguments.add(Long.toString(number));
    }
    arguments.add(Boolean.toString(counting));
    arguments.add(Boolean.toString(rescoring));
    return arguments;
  }

  public static BlockOrder of(String[] arguments) {
    return new BlockOrder(
        Peer.valueOf(arguments[0]),
        arguments[1],
        Path.of(arguments[2]),
        Long.parseLong(arguments[3]),
        Long.parseLong(arguments[4]),
        Long.parseLong(arguments[5]),
        Long.parseLong(arguments[6]),
        Integer.parseInt(arguments[7]),
        Boolean.parseBoolean(arguments[8]),
        Boolean.parseBoolean(arguments[9]));
  }

  /** Where the block says how much it has taken. */
  public Path taken() {
    return folder.resolve("taken");
  }
}
