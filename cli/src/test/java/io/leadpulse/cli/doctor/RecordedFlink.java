package io.leadpulse.cli.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.cli.stack.FlinkApi;
import io.leadpulse.cli.stack.JobForm;
import io.leadpulse.cli.stack.JobView;
import io.leadpulse.cli.terminal.CliException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers in the forms that Flink 2.3 gave once, with other figures. Written with single quotes.
 */
final class RecordedFlink implements FlinkApi {
  static final long NOW = 1_795_314_197_081L;
  private static final String JOB = "/jobs/267c87c9e3e7ed5bc9b5818b5c0c7e80";
  private static final String VERTEX = JOB + "/vertices/95e8d961950ee9263d98fa112fcb9e67";

  private final Map<String, Deque<String>> answers = new HashMap<>();

  /** A job that runs well. */
  RecordedFlink() {
    answer(
        "/jobs/overview",
        "{'jobs':[{'jid':'267c87c9e3e7ed5bc9b5818b5c0c7e80','name':'lead-scoring',"
            + "'state':'RUNNING','start-time':1795314166925}]}");
    state("RUNNING", 1);
    answer(JOB + "/exceptions", "{'exceptionHistory':{'entries':[],'truncated':false}}");
    answer(JOB + "/metrics?get=numRestarts", "[{'id':'numRestarts','value':'0'}]");
    answer(JOB + "/checkpoints/config", "{'interval':10000,'timeout':180000}");
    checkpoints("null", "null", completed(28, NOW - 5_000));
    answer(VERTEX + "/subtasks/metrics", "[]");
  }

  JobView job() {
    return JobView.find(this, JobForm.LEAD_SCORING).orElseThrow();
  }

  RecordedFlink state(String state, int running) {
    return answer(
        JOB,
        "{'jid':'267c87c9e3e7ed5bc9b5818b5c0c7e80','state':'%s','duration':30156,'now':%d,"
                .formatted(state, NOW)
            + "'timestamps':{'RUNNING':%d},".formatted(NOW - 3_600_000)
            + "'status-counts':{'RUNNING':%d},".formatted(running)
            + "'vertices':[{'id':'95e8d961950ee9263d98fa112fcb9e67','parallelism':7,"
            + "'maxParallelism':2520}]}");
  }

  /** Failures so many milliseconds ago. */
  RecordedFlink failures(long... ages) {
    StringBuilder entries = new StringBuilder();
    for (long age : ages) {
      entries.append(entries.isEmpty() ? "" : ",");
      entries.append(
          "{'exceptionName':'java.io.IOException','timestamp':%d,".formatted(NOW - age)
              + "'stacktrace':'java.io.IOException: Failed to deserialize\\n\\tat x\\n"
              + "Caused by: java.lang.IllegalStateException: the reason\\n\\tat y\\n'}");
    }
    return answer(JOB + "/exceptions", "{'exceptionHistory':{'entries':[" + entries + "]}}");
  }

  RecordedFlink checkpoints(String failed, String restored, String... history) {
    String completed = "null";
    for (int i = history.length - 1; i >= 0; i--) {
      completed = history[i].contains("COMPLETED") ? history[i] : completed;
    }
    return answer(
        JOB + "/checkpoints",
        "{'counts':{'restored':0,'total':60,'completed':28,'failed':32},'latest':{"
            + "'completed':%s,'failed':%s,'restored':%s},".formatted(completed, failed, restored)
            + "'history':["
            + String.join(",", history)
            + "]}");
  }

  static String completed(int id, long acknowledged) {
    return "{'id':%d,'status':'COMPLETED','is_savepoint':false,'trigger_timestamp':%d,"
            .formatted(id, acknowledged - 113)
        + "'latest_ack_timestamp':%d}".formatted(acknowledged);
  }

  static String failed(int id) {
    return "{'id':%d,'status':'FAILED','is_savepoint':false}".formatted(id);
  }

  /** Committables of the one sink: failed, total and successful, look by look. */
  RecordedFlink committables(List<long[]> looks) {
    String name = "results__Committer.%sCommittables";
    String names =
        String.join(
            ",", name.formatted("failed"), name.formatted("successful"), name.formatted("total"));
    metrics(names);
    for (long[] look : looks) {
      answers
          .computeIfAbsent(
              VERTEX + "/subtasks/metrics?agg=sum&get=" + names, path -> new ArrayDeque<>())
          .add(
              "[{'id':'%s','sum':%d},{'id':'%s','sum':%d},{'id':'%s','sum':%d}]"
                  .formatted(
                      name.formatted("failed"),
                      look[0],
                      name.formatted("total"),
                      look[1],
                      name.formatted("successful"),
                      look[2]));
    }
    return this;
  }

  RecordedFlink releases(int refused, int late) {
    String names = "score_lead.leadpulse.releases-late,score_lead.leadpulse.releases-refused";
    metrics(names);
    return answer(
        VERTEX + "/subtasks/metrics?agg=max&get=" + names,
        "[{'id':'score_lead.leadpulse.releases-late','max':%d},".formatted(late)
            + "{'id':'score_lead.leadpulse.releases-refused','max':%d}]".formatted(refused));
  }

  private void metrics(String names) {
    StringBuilder ids = new StringBuilder("{'id':'results__Writer.numRecordsSend'}");
    for (String name : names.split(",")) {
      ids.append(",{'id':'").append(name).append("'}");
    }
    answer(VERTEX + "/subtasks/metrics", "[" + ids + "]");
  }

  private RecordedFlink answer(String path, String json) {
    answers.put(path, new ArrayDeque<>(List.of(json)));
    return this;
  }

  /** The last answer to a path is given again and again. */
  @Override
  public JsonNode get(String path) {
    Deque<String> given = answers.get(path);
    if (given == null) {
      throw CliException.failure("Flink answers 404 to " + path);
    }
    String json = given.size() > 1 ? given.poll() : given.element();
    try {
      return new JsonMapper().readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(json, e);
    }
  }
}
