package io.leadpulse.chaos.rescore;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.chaos.stage.Stage;
import java.util.Iterator;

/**
 * How long checkpoints of a span of time took, as Flink's statistics have it, in milliseconds.
 *
 * @param checkpoints completed ones that were triggered in the span
 * @param longestBarrier the greatest sum, over all subtasks, of what a barrier took to arrive, to
 *     be aligned and to be answered: so long nothing was read there
 * @param longestAlignment of any subtask
 * @param longestSync synchronous part of a snapshot, of any subtask
 * @param longestEndToEnd from the trigger until the last subtask had stored its state
 */
record Barriers(
    int checkpoints,
    long longestBarrier,
    long longestAlignment,
    long longestSync,
    long longestEndToEnd) {

  /**
   * Those triggered in a span.
   *
   * @param from epoch milliseconds
   * @param to epoch milliseconds
   */
  static Barriers between(Stage stage, long from, long to) {
    Barriers all = new Barriers(0, 0, 0, 0, 0);
    for (JsonNode checkpoint : stage.rest("/checkpoints").path("history")) {
      long triggered = checkpoint.path("trigger_timestamp").asLong();
      if (checkpoint.path("status").asText().equals("COMPLETED")
          && triggered >= from
          && triggered <= to) {
        all = all.with(stage, checkpoint);
      }
    }
    return all;
  }

  private Barriers with(Stage stage, JsonNode checkpoint) {
    String details = "/checkpoints/details/" + checkpoint.path("id").asText();
    Barriers all =
        new Barriers(
            checkpoints + 1,
            longestBarrier,
            longestAlignment,
            longestSync,
            Math.max(longestEndToEnd, checkpoint.path("end_to_end_duration").asLong()));
    for (Iterator<String> vertices = stage.rest(details).path("tasks").fieldNames();
        vertices.hasNext(); ) {
      for (JsonNode subtask :
          stage.rest(details + "/subtasks/" + vertices.next()).path("subtasks")) {
        all = all.with(subtask);
      }
    }
    return all;
  }

  private Barriers with(JsonNode subtask) {
    long delay = Math.max(0, subtask.path("start_delay").asLong());
    long alignment = Math.max(0, subtask.at("/alignment/duration").asLong());
    long sync = Math.max(0, subtask.at("/checkpoint/sync").asLong());
    return new Barriers(
        checkpoints,
        Math.max(longestBarrier, delay + alignment + sync),
        Math.max(longestAlignment, alignment),
        Math.max(longestSync, sync),
        longestEndToEnd);
  }
}
