package io.leadpulse.jobs;

import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Every operator of the jobs by the name that its state is found by in savepoints, so that one is
 * never changed, and by the one that people and metrics see.
 */
public enum OperatorId {
  SOURCE_ENGAGEMENT("source-engagement", "records about leads"),
  DECODE("decode", "decode"),
  SOURCE_MODEL("source-model", "published models"),
  READ_MODEL("read-model", "read model"),
  SOURCE_TRANSFER("source-transfer", "transfers between leads"),
  READ_TRANSFER("read-transfer", "read transfer"),
  TIMELESS("timeless", "timeless"),
  STITCH_IDENTITY("stitch-identity", "stitch identity"),
  /** In replays only. */
  RESOLVE_IDENTITY("resolve-identity", "resolve identity"),
  SCORE_LEAD("score-lead", "score lead"),
  SCORE_ACCOUNT("score-account", "score account"),
  SOURCE_HAND_OFF("source-hand-off", "alerts, scores, sales activity"),
  READ_HAND_OFF("read-hand-off", "read"),
  ROUTE_LEAD("route-lead", "route lead"),
  HAND_OFF("hand-off", "hand off"),
  SINK_HAND_OFF("sink-hand-off", "hand-offs"),
  SINK_RESULT("sink-result", "results"),
  SINK_ACCOUNT("sink-account", "accounts"),
  SINK_DEAD_LETTER("sink-dead-letter", "dead letters");

  private final String uid;
  private final String displayName;

  OperatorId(String uid, String displayName) {
    this.uid = uid;
    this.displayName = displayName;
  }

  public String uid() {
    return uid;
  }

  String displayName() {
    return displayName;
  }

  <T> SingleOutputStreamOperator<T> name(SingleOutputStreamOperator<T> operator) {
    return operator.uid(uid).name(displayName);
  }

  <T> DataStreamSink<T> name(DataStreamSink<T> sink) {
    return sink.uid(uid).name(displayName);
  }
}
