package io.leadpulse.benchmarks.run;

import java.util.List;
import java.util.Map;

/**
 * What is measured, and how.
 *
 * @param candidates one or more; the first is what all others are compared with
 * @param blocks of each candidate, 1 or more
 * @param warmUp events of sessions before the first mark
 * @param events between the marks, 1,000 or more
 * @param backlog events that the feeder keeps ahead of the peer at most, 1,000 or more
 * @param checkpointInterval as the job's configuration has it, such as 10s
 * @param tolerance points by which a published score may be off
 * @param parallelism subtasks of each operator, 1 or more
 * @param flink settings of Flink beyond the usual ones, by key; for all that run on it
 * @param countsState whether each candidate runs once more with its accesses to state counted
 */
record RunSettings(
    Workload workload,
    List<Candidate> candidates,
    int blocks,
    long warmUp,
    long events,
    int backlog,
    String checkpointInterval,
    String tolerance,
    int parallelism,
    Map<String, String> flink,
    boolean countsState) {
  RunSettings {
    if (parallelism < 1) {
      throw new IllegalArgumentException("--parallelism is 1 or more");
    }
    if (parallelism > 1 && candidates.stream().anyMatch(peer -> peer.peer().isOnStreams())) {
      throw new IllegalArgumentException(
          "Kafka Streams has parallelism 1 here; leave it out of --peers");
    }
    if (blocks < 1 || warmUp < 0 || events < 1_000 || backlog < 1_000) {
      throw new IllegalArgumentException(
          "--events and --backlog are 1000 or more, --blocks 1 or more, --warm-up 0 or more");
    }
    candidates = List.copyOf(candidates);
    flink = Map.copyOf(flink);
  }
}
