package io.leadpulse.benchmarks.peer;

import io.leadpulse.jobs.config.FlinkSettings;
import io.leadpulse.jobs.config.JobConfig;
import io.leadpulse.jobs.kafka.Sinks;
import io.leadpulse.jobs.kafka.Sources;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.RawRecord;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * The shape of all peers on Flink: the job's own source and sink, between them a decoder, the
 * exchange by lead, and one function.
 *
 * @param <T> what crosses the network
 */
record KeyedCopy<T>(
    ProcessFunction<RawRecord, T> decode,
    TypeInformation<T> type,
    KeySelector<T, String> lead,
    KeyedProcessFunction<String, T, OutputRecord> function) {

  StreamGraph graph(JobConfig config, String operator) {
    StreamExecutionEnvironment env = new StreamExecutionEnvironment(FlinkSettings.of(config));
    // Without it every record would be copied on its way through a chain.
    env.getConfig().enableObjectReuse();
    String source = "records about leads";
    env.fromSource(
            Sources.leads(config.kafka(), config.sourceRange()),
            WatermarkStrategy.noWatermarks(),
            source)
        .uid(source)
        .process(decode, type)
        .name("decode")
        .uid("decode")
        .keyBy(lead, Types.STRING)
        .process(function, OutputRecord.TYPE)
        .name(operator)
        .uid(operator)
        .sinkTo(Sinks.results(config.kafka()))
        .name("results")
        .uid("results");
    StreamGraph graph = env.getStreamGraph();
    graph.setJobName(operator);
    return graph;
  }
}
