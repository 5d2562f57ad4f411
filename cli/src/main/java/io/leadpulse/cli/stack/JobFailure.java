package io.leadpulse.cli.stack;

import com.fasterxml.jackson.databind.JsonNode;

/** Why a job failed, from what Flink tells of it. */
public final class JobFailure {
  private static final String CAUSE = "Caused by: ";

  private JobFailure() {}

  /** The cause of the last failure, in one line; says so if there was none. */
  public static String last(FlinkRest rest, String job) {
    JsonNode entries = rest.get("/jobs/" + job + "/exceptions").at("/exceptionHistory/entries");
    return entries.isEmpty() ? "its tasks do not start" : cause(entries.get(0));
  }

  /**
   * The cause of one failure, in one line. Flink wraps whatever an operator throws; the innermost
   * cause is the one to tell.
   *
   * @param failure an entry of {@code exceptionHistory}
   */
  public static String cause(JsonNode failure) {
    String trace = failure.path("stacktrace").asText();
    int cause = trace.lastIndexOf(CAUSE);
    String innermost = cause < 0 ? trace : trace.substring(cause + CAUSE.length());
    return innermost.lines().findFirst().orElse(failure.path("exceptionName").asText());
  }
}
