package io.leadpulse.jobs.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;

/**
 * The end by which a replay began, whatever was submitted later: with another one, what was scored
 * as one person would go on as two.
 */
final class FirstEnd {
  private final ListState<Tuple2<Integer, Long>> state;
  private final HistoryEnd end;

  /**
   * @param submitted holds if there is no checkpoint
   */
  FirstEnd(OperatorStateStore store, HistoryEnd submitted) throws Exception {
    state =
        store.getUnionListState(
            new ListStateDescriptor<>("history-end", Types.TUPLE(Types.INT, Types.LONG)));
    Map<Integer, Long> restored = new HashMap<>();
    for (Tuple2<Integer, Long> partition : state.get()) {
      restored.put(partition.f0, partition.f1);
    }
    end = restored.isEmpty() ? submitted : new HistoryEnd(restored);
  }

  HistoryEnd end() {
    return end;
  }

  void snapshot() throws Exception {
    List<Tuple2<Integer, Long>> partitions = new ArrayList<>();
    end.offsets().forEach((partition, offset) -> partitions.add(Tuple2.of(partition, offset)));
    state.update(partitions);
  }
}
