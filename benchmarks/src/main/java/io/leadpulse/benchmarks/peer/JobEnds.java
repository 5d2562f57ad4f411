package io.leadpulse.benchmarks.peer;

import io.leadpulse.jobs.config.FlinkSettings;
import io.leadpulse.jobs.config.JobConfig;
import io.leadpulse.jobs.kafka.Sinks;
import io.leadpulse.jobs.kafka.Sources;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.RawRecord;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** What all peers on Flink share: the job's own settings, source and sink. */
record JobEnds(StreamExecutionEnvironment env, JobConfig config) {

  static JobEnds of(JobConfig config) {
    StreamExecutionEnvironment env = new StreamExecutionEnvironment(FlinkSettings.of(config));
    // Without it every record would be copied on its way through a chain.
    env.getConfig().enableObjectReuse();
    return new JobEnds(env, config);
  }

  <T> SingleOutputStreamOperator<T> decoded(
      ProcessFunction<RawRecord, T> decode, TypeInformation<T> type) {
    String source = "records about leads";
    return env.fromSource(
            Sources.leads(config.kafka(), config.sourceRange()),
            WatermarkStrategy.noWatermarks(),
            source)
        .uid(source)
        .process(decode, type)
        .name("decode")
        .uid("decode");
  }

  StreamGraph publishing(SingleOutputStreamOperator<OutputRecord> results, String name) {
    results.sinkTo(Sinks.results(config.kafka())).name("results").uid("results");
    StreamGraph graph = env.getStreamGraph();
    graph.setJobName(name);
    return graph;
  }
}
