package io.leadpulse.benchmarks.peer;

import io.leadpulse.jobs.config.JobConfig;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.RawRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * The shape of most peers on Flink: between the ends that all have a decoder, the exchange by lead,
 * and one function.
 *
 * @param <T> what crosses the network
 */
record KeyedCopy<T>(
    ProcessFunction<RawRecord, T> decode,
    TypeInformation<T> type,
    KeySelector<T, String> lead,
    KeyedProcessFunction<String, T, OutputRecord> function) {

  StreamGraph graph(JobConfig config, String operator) {
    JobEnds ends = JobEnds.of(config);
    return ends.publishing(
        ends.decoded(decode, type)
            .keyBy(lead, Types.STRING)
            .process(function, OutputRecord.TYPE)
            .name(operator)
            .uid(operator),
        operator);
  }
}
