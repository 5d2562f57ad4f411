package io.leadpulse.jobs.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.core.fs.CloseableRegistry;
import org.apache.flink.runtime.state.DefaultOperatorStateBackendBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LastingCountersTest {
  private static final String STATE = "totals";

  private OperatorStateStore store;

  @BeforeEach
  void open() throws Exception {
    store =
        new DefaultOperatorStateBackendBuilder(
                getClass().getClassLoader(),
                new ExecutionConfig(),
                false,
                List.of(),
                new CloseableRegistry())
            .build();
  }

  @Test
  void goOnWhereTheyWere() throws Exception {
    LastingCounters before = counters("a", "b");
    before.counter(1).inc(3);
    before.snapshot();
    LastingCounters after = counters("a", "b");
    after.counter(1).inc();
    assertThat(after.counter(0).getCount()).isZero();
    assertThat(after.counter(1).getCount()).isEqualTo(4);
  }

  @Test
  void partsOfSeveralSubtasksAddUp() throws Exception {
    state().update(List.of(Tuple2.of("a", 1L), Tuple2.of("b", 10L), Tuple2.of("a", 2L)));
    LastingCounters counters = counters("a", "b");
    assertThat(counters.counter(0).getCount()).isEqualTo(3);
    assertThat(counters.counter(1).getCount()).isEqualTo(10);
  }

  @Test
  void anotherOrderOfNamesChangesNothing() throws Exception {
    LastingCounters before = counters("a", "b");
    before.counter(0).inc(7);
    before.snapshot();
    LastingCounters after = counters("new", "b", "a");
    assertThat(after.counter(2).getCount()).isEqualTo(7);
  }

  @Test
  void aNameThatIsNotKnownAnyMoreIsCarriedAlong() throws Exception {
    LastingCounters before = counters("a", "gone");
    before.counter(1).inc(5);
    before.snapshot();
    counters("a").snapshot();
    assertThat(counters("a", "gone").counter(1).getCount()).isEqualTo(5);
  }

  @Test
  void writeOnlyWhatCounted() throws Exception {
    LastingCounters counters = counters("a", "b");
    counters.counter(1).inc();
    counters.snapshot();
    List<Tuple2<String, Long>> written = new ArrayList<>();
    state().get().forEach(written::add);
    assertThat(written).containsExactly(Tuple2.of("b", 1L));
  }

  private ListState<Tuple2<String, Long>> state() throws Exception {
    return store.getListState(
        new ListStateDescriptor<>(STATE, Types.TUPLE(Types.STRING, Types.LONG)));
  }

  private LastingCounters counters(String... names) throws Exception {
    LastingCounters counters = new LastingCounters(List.of(names));
    counters.initialize(store, STATE);
    return counters;
  }
}
