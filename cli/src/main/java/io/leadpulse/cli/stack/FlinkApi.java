package io.leadpulse.cli.stack;

import com.fasterxml.jackson.databind.JsonNode;

/** Flink's REST API, or what one answered once. */
@FunctionalInterface
public interface FlinkApi {

  /**
   * The answer to a path with its query.
   *
   * @throws io.leadpulse.cli.terminal.CliException if there is none
   */
  JsonNode get(String path);
}
