package io.leadpulse.jobs;

import io.leadpulse.jobs.CommandLine.StartException;
import io.leadpulse.jobs.config.FlinkSettings;
import io.leadpulse.jobs.config.HandOffConfig;
import io.leadpulse.jobs.config.JobConfig;
import io.leadpulse.jobs.decode.HandOffTime;
import io.leadpulse.jobs.handoff.HandOffSettings;
import io.leadpulse.jobs.kafka.LatestEvent;
import io.leadpulse.jobs.kafka.Sinks;
import io.leadpulse.jobs.kafka.Sources;
import io.leadpulse.jobs.record.HandOffTopic;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.registry.RegistryException;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * Hands hot leads over to sales, from Kafka to Kafka: {@code flink run -c CLASS JAR --config FILE}.
 */
public final class HandOffJob {
  /** The job's name in Flink. */
  public static final String NAME = "hand-off";

  private HandOffJob() {}

  public static void main(String[] args) throws Exception {
    try {
      HandOffConfig config = CommandLine.handOffConfig(args);
      StreamExecutionEnvironment env =
          StreamExecutionEnvironment.getExecutionEnvironment(FlinkSettings.of(config.job()));
      CommandLine.checkDirectory(env.getConfiguration());
      build(env, config, CommandLine.format(() -> format(config.job())));
      env.execute(NAME);
    } catch (StartException e) {
      System.err.println(e.getMessage());
      System.exit(e.exitCode());
    }
  }

  private static RecordFormat format(JobConfig config) throws RegistryException {
    return Formats.of(
        config,
        List.of(Topics.HOT_LEAD_ALERT, Topics.LEAD_SCORE, Topics.SALES_ACTIVITY, Topics.IDENTITY),
        List.of(Topics.HAND_OFF, Topics.FUNNEL_STATS, Topics.FUNNEL_STATS_KEY, Topics.DEAD_LETTER));
  }

  /**
   * The job for a cluster that the caller submits to; needs a job id before that.
   *
   * @throws RegistryException if a schema registry is configured and does not answer or lacks a
   *     schema that is to be written
   */
  public static StreamGraph graph(HandOffConfig config) throws RegistryException {
    StreamExecutionEnvironment env = new StreamExecutionEnvironment(FlinkSettings.of(config.job()));
    build(env, config, format(config.job()));
    StreamGraph graph = env.getStreamGraph();
    graph.setJobName(NAME);
    return graph;
  }

  /** Adds the whole job to an environment that was made with {@link FlinkSettings}. */
  static void build(StreamExecutionEnvironment env, HandOffConfig config, RecordFormat format) {
    JobConfig job = config.job();
    String prefix = job.kafka().topicPrefix();
    HandOffSettings settings =
        new HandOffSettings(config.teams(), job.time().mode(), end(job, format), prefix);
    OperatorId id = OperatorId.SOURCE_HAND_OFF;
    DataStream<RawRecord> raw =
        id.name(
            env.fromSource(
                Sources.handOff(job.kafka(), job.sourceRange()),
                Watermarks.of(job, new HandOffTime(prefix, format)),
                id.displayName()));
    HandOffPipeline.Outputs outputs = new HandOffPipeline(settings, format).connect(raw);
    OperatorId.SINK_HAND_OFF.name(outputs.handOffs().sinkTo(Sinks.handOffs(job.kafka())));
    OperatorId.SINK_DEAD_LETTER.name(outputs.deadLetters().sinkTo(Sinks.deadLetters(job.kafka())));
  }

  private static long end(JobConfig job, RecordFormat format) {
    Instant until = job.time().until();
    if (job.endsAtTheLatestEvent()) {
      String prefix = job.kafka().topicPrefix();
      List<String> topics = HandOffTopic.ALL.stream().map(topic -> topic.topic(prefix)).toList();
      until = LatestEvent.find(job.kafka(), topics, new HandOffTime(prefix, format).assigner());
    }
    return until == null ? Long.MAX_VALUE : until.toEpochMilli();
  }
}
