package io.leadpulse.benchmarks.baseline;

import io.leadpulse.jobs.LeadScoringJob;
import io.leadpulse.jobs.config.FlinkSettings;
import io.leadpulse.jobs.config.JobConfig;
import io.leadpulse.jobs.decode.DecodeFunction;
import io.leadpulse.jobs.kafka.Sinks;
import io.leadpulse.jobs.kafka.Sources;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.registry.RegistryException;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** What is measured. */
enum Pipeline {
  /** The job. */
  JOB("score lead") {
    @Override
    StreamGraph graph(JobConfig config) throws RegistryException {
      return LeadScoringJob.graph(config);
    }
  },
  /**
   * The same source, decoding, exchange by lead and sinks; in the place of scoring a function that
   * encodes one small record for each input and keeps nothing.
   */
  COPY("copy lead") {
    @Override
    StreamGraph graph(JobConfig config) {
      StreamExecutionEnvironment env = new StreamExecutionEnvironment(FlinkSettings.of(config));
      WatermarkStrategy<RawRecord> time =
          WatermarkStrategy.<RawRecord>forMonotonousTimestamps().withIdleness(config.idleTimeout());
      String source = "records about leads";
      SingleOutputStreamOperator<LeadInput> leads =
          env.fromSource(Sources.leads(config.kafka(), config.sourceRange()), time, source)
              .uid(source)
              .process(
                  new DecodeFunction(
                      config.kafka().topicPrefix(),
                      config.timeRules(),
                      RecordFormat.singleObject()),
                  LeadInput.TYPE)
              .name("decode")
              .uid("decode");
      leads
          .keyBy(LeadInput::leadId, Types.STRING)
          .process(new CopyFunction(), OutputRecord.TYPE)
          .name(operator())
          .uid(operator())
          .sinkTo(Sinks.results(config.kafka()))
          .name("results")
          .uid("results");
      leads
          .getSideOutput(DecodeFunction.DEAD_LETTERS)
          .sinkTo(Sinks.deadLetters(config.kafka()))
          .name("dead letters")
          .uid("dead letters");
      StreamGraph graph = env.getStreamGraph();
      graph.setJobName("copy");
      return graph;
    }
  };

  private final String operator;

  Pipeline(String operator) {
    this.operator = operator;
  }

  /** Name of the operator whose inputs are counted. */
  String operator() {
    return operator;
  }

  abstract StreamGraph graph(JobConfig config) throws RegistryException;
}
