package io.leadpulse.jobs.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeutils.base.LongSerializer;

/** How far each subtask had come; after a start all of them see the numbers of all. */
final class SharedNumbers {
  private final ListState<Long> swept;
  private final ListState<Long> judgedUntil;
  private final ListState<Long> run;
  private final ListState<Long> secret;

  SharedNumbers(OperatorStateStore store) throws Exception {
    swept = open(store, "swept");
    judgedUntil = open(store, "judged-until");
    run = open(store, "run");
    secret = open(store, "secret");
  }

  private static ListState<Long> open(OperatorStateStore store, String name) throws Exception {
    return store.getUnionListState(new ListStateDescriptor<>(name, LongSerializer.INSTANCE));
  }

  /**
   * Version of the release that the leads of all subtasks have met.
   *
   * @param otherwise if there is no checkpoint
   */
  long sweptByAll(long otherwise) throws Exception {
    return Collections.min(all(swept, otherwise));
  }

  /** Kafka time of the newest input that any has judged, {@link Long#MIN_VALUE} for none. */
  long judgedByAny() throws Exception {
    return Collections.max(all(judgedUntil, Long.MIN_VALUE));
  }

  /**
   * The number of the run that the state is of; stays in the state from now on.
   *
   * @param otherwise if there is no checkpoint; the same at all subtasks
   */
  long run(long otherwise) throws Exception {
    return kept(run, otherwise);
  }

  /**
   * The key of hashes that must not be guessed; stays in the state from now on.
   *
   * @param otherwise if there is no checkpoint; the same at all subtasks
   */
  long secret(long otherwise) throws Exception {
    return kept(secret, otherwise);
  }

  private static long kept(ListState<Long> state, long otherwise) throws Exception {
    long number = Collections.max(all(state, otherwise));
    state.update(List.of(number));
    return number;
  }

  private static List<Long> all(ListState<Long> state, long otherwise) throws Exception {
    List<Long> values = new ArrayList<>();
    state.get().forEach(values::add);
    return values.isEmpty() ? List.of(otherwise) : values;
  }

  /** Takes this subtask's own into the checkpoint. */
  void snapshot(long sweptVersion, long judgedTime) throws Exception {
    swept.update(List.of(sweptVersion));
    judgedUntil.update(List.of(judgedTime));
  }
}
