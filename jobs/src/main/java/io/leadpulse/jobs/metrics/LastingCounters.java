package io.leadpulse.jobs.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.metrics.SimpleCounter;
import org.jspecify.annotations.Nullable;

/**
 * Named totals that go on where they were after a restart; Flink's own counters begin at 0.
 *
 * <p>State is a list of (name, count) that Flink splits among the subtasks at a rescale. Each
 * subtask adds up what it gets, so the sum over all subtasks never changes. Names in the state are
 * for ever: one that is not known here any more is carried along.
 */
final class LastingCounters {
  private final List<String> names;
  private final SimpleCounter[] counters;
  private final Map<String, Long> strangers = new LinkedHashMap<>();
  private @Nullable ListState<Tuple2<String, Long>> state;

  LastingCounters(List<String> names) {
    this.names = List.copyOf(names);
    counters = new SimpleCounter[names.size()];
    for (int i = 0; i < counters.length; i++) {
      counters[i] = new SimpleCounter();
    }
  }

  SimpleCounter counter(int index) {
    return counters[index];
  }

  /** Takes up the totals of the last checkpoint, if there is one. */
  void initialize(OperatorStateStore store, String stateName) throws Exception {
    state =
        store.getListState(
            new ListStateDescriptor<>(stateName, Types.TUPLE(Types.STRING, Types.LONG)));
    for (Tuple2<String, Long> entry : state.get()) {
      int index = names.indexOf(entry.f0);
      if (index < 0) {
        strangers.merge(entry.f0, entry.f1, Long::sum);
      } else {
        counters[index].inc(entry.f1);
      }
    }
  }

  void snapshot() throws Exception {
    List<Tuple2<String, Long>> entries = new ArrayList<>();
    for (int i = 0; i < counters.length; i++) {
      if (counters[i].getCount() != 0) {
        entries.add(Tuple2.of(names.get(i), counters[i].getCount()));
      }
    }
    strangers.forEach((name, count) -> entries.add(Tuple2.of(name, count)));
    if (state != null) {
      state.update(entries);
    }
  }
}
