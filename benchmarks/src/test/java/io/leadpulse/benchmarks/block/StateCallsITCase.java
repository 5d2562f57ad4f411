package io.leadpulse.benchmarks.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateCallsITCase {
  private static final long EVENTS = 1_000;

  @Test
  void everyCallOfTheBackendIsCounted(@TempDir Path folder) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(1);
    env.fromSequence(1, EVENTS)
        .keyBy(number -> number % 7)
        .process(new ReadTwiceWriteOnce())
        .sinkTo(new DiscardingSink<>());
    long reads = StateCalls.reads();
    long writes = StateCalls.writes();
    try (MiniCluster flink = FlinkProcess.start(folder, 1, true)) {
      flink.executeJobBlocking(env.getStreamGraph().getJobGraph());
    }
    assertThat(StateCalls.reads() - reads).isCloseTo(2 * EVENTS, within(1L));
    assertThat(StateCalls.writes() - writes).isCloseTo(EVENTS, within(1L));
  }

  private static final class ReadTwiceWriteOnce extends KeyedProcessFunction<Long, Long, Long> {
    private transient ValueState<Long> last; // made in open

    @Override
    public void open(OpenContext context) {
      last = getRuntimeContext().getState(new ValueStateDescriptor<>("last", Types.LONG));
    }

    @Override
    public void processElement(Long number, Context context, Collector<Long> out)
        throws IOException {
      last.value();
      last.value();
      last.update(number);
    }
  }
}
