package io.leadpulse.jobs;

import io.leadpulse.jobs.CommandLine.StartException;
import io.leadpulse.jobs.LeadScoringPipeline.Inputs;
import io.leadpulse.jobs.LeadScoringPipeline.Outputs;
import io.leadpulse.jobs.config.FlinkSettings;
import io.leadpulse.jobs.config.JobConfig;
import io.leadpulse.jobs.decode.EventTime;
import io.leadpulse.jobs.kafka.KafkaSettings;
import io.leadpulse.jobs.kafka.LatestEvent;
import io.leadpulse.jobs.kafka.PublishedIdentities;
import io.leadpulse.jobs.kafka.PublishedReleases;
import io.leadpulse.jobs.kafka.Sinks;
import io.leadpulse.jobs.kafka.Sources;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.jobs.resolve.IdentityLoader;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.registry.RegistryException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.jspecify.annotations.Nullable;

/** Scores leads, from Kafka to Kafka: {@code flink run JAR --config FILE}. */
public final class LeadScoringJob {
  /** The job's name in Flink. */
  public static final String NAME = "lead-scoring";

  private LeadScoringJob() {}

  public static void main(String[] args) throws Exception {
    try {
      JobConfig config = CommandLine.config(args);
      StreamExecutionEnvironment env =
          StreamExecutionEnvironment.getExecutionEnvironment(FlinkSettings.of(config));
      CommandLine.checkDirectory(env.getConfiguration());
      build(env, config, CommandLine.format(() -> format(config)));
      env.execute(NAME);
    } catch (StartException e) {
      System.err.println(e.getMessage());
      System.exit(e.exitCode());
    }
  }

  /**
   * The format of the job's records, as the schema registry has it now, if there is one.
   *
   * @throws RegistryException if it does not answer or lacks a schema that is to be written
   */
  static RecordFormat format(JobConfig config) throws RegistryException {
    List<Subject<?>> read = new ArrayList<>(Topics.ENGAGEMENTS);
    read.addAll(
        List.of(Topics.LEAD_PROFILE, Topics.SALES_ACTIVITY, Topics.IDENTITY, Topics.SCORING_MODEL));
    List<Subject<?>> written = new ArrayList<>(Topics.SUBJECTS);
    written.removeAll(read);
    written.removeAll(List.of(Topics.HAND_OFF, Topics.FUNNEL_STATS, Topics.FUNNEL_STATS_KEY));
    return Formats.of(config, read, written);
  }

  /**
   * The job for a cluster that the caller submits to; needs a job id before that.
   *
   * @throws RegistryException if a schema registry is configured and does not answer or lacks a
   *     schema that is to be written
   */
  public static StreamGraph graph(JobConfig config) throws RegistryException {
    StreamExecutionEnvironment env = new StreamExecutionEnvironment(FlinkSettings.of(config));
    build(env, config, format(config));
    StreamGraph graph = env.getStreamGraph();
    graph.setJobName(NAME);
    return graph;
  }

  /** Adds the whole job to an environment that was made with {@link FlinkSettings}. */
  static void build(StreamExecutionEnvironment env, JobConfig given, RecordFormat format) {
    KafkaSettings kafka = given.kafka();
    JobConfig config =
        given.endsAtTheLatestEvent()
            ? given.until(
                LatestEvent.find(kafka, topics(kafka), eventTime(given, format).assigner()))
            : given;
    IdentityLoader identities =
        config.isLive() ? null : PublishedIdentities.upToNow(kafka, config.timeRules(), format);
    build(env, config, identities, format);
  }

  /**
   * The same without a look at Kafka.
   *
   * @param identities null in live time
   */
  static void build(
      StreamExecutionEnvironment env,
      JobConfig config,
      @Nullable IdentityLoader identities,
      RecordFormat format) {
    KafkaSettings kafka = config.kafka();
    Inputs inputs =
        new Inputs(
            leads(env, config, format),
            models(env, config),
            config.isLive() ? transfers(env, kafka) : null);
    Outputs outputs =
        new LeadScoringPipeline(
                config.scoreSettings(),
                config.timeRules(),
                new PublishedReleases(kafka, format)::load,
                identities,
                format)
            .connect(inputs);
    OperatorId.SINK_RESULT.name(outputs.results().sinkTo(Sinks.results(kafka)));
    OperatorId.SINK_ACCOUNT.name(outputs.accounts().sinkTo(Sinks.accounts(kafka)));
    OperatorId.SINK_DEAD_LETTER.name(outputs.deadLetters().sinkTo(Sinks.deadLetters(kafka)));
  }

  private static List<String> topics(KafkaSettings kafka) {
    return Arrays.stream(SourceTopic.values())
        .map(topic -> topic.topic(kafka.topicPrefix()))
        .toList();
  }

  private static EventTime eventTime(JobConfig config, RecordFormat format) {
    return new EventTime(config.kafka().topicPrefix(), config.timeRules(), format);
  }

  private static DataStream<RawRecord> leads(
      StreamExecutionEnvironment env, JobConfig config, RecordFormat format) {
    KafkaSource<RawRecord> source = Sources.leads(config.kafka(), config.sourceRange());
    OperatorId id = OperatorId.SOURCE_ENGAGEMENT;
    return id.name(
        env.fromSource(source, Watermarks.of(config, eventTime(config, format)), id.displayName()));
  }

  private static DataStream<RawRecord> models(StreamExecutionEnvironment env, JobConfig config) {
    KafkaSource<RawRecord> source = Sources.releases(config.kafka(), config.sourceRange());
    OperatorId id = OperatorId.SOURCE_MODEL;
    return id.name(env.fromSource(source, WatermarkStrategy.noWatermarks(), id.displayName()))
        .setParallelism(1);
  }

  private static DataStream<RawRecord> transfers(
      StreamExecutionEnvironment env, KafkaSettings kafka) {
    OperatorId id = OperatorId.SOURCE_TRANSFER;
    return id.name(
        env.fromSource(
            Sources.transfers(kafka), WatermarkStrategy.noWatermarks(), id.displayName()));
  }
}
