package io.leadpulse.jobs.stitch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeutils.base.StringSerializer;

/**
 * The leads that the visitors of this subtask have yet to forget. After a start every subtask has
 * those of all: at another parallelism nobody knows whose visitors have forgotten whom.
 */
final class LeadsToForget {
  private final ListState<String> state;

  /** Those that the next walk takes along. */
  private Set<String> next = new LinkedHashSet<>();

  /** Those of the walk that is under way. */
  private Set<String> current = Set.of();

  /** Takes up those of the last checkpoint, if there is one. */
  LeadsToForget(OperatorStateStore store) throws Exception {
    state =
        store.getUnionListState(
            new ListStateDescriptor<>("erased-leads", StringSerializer.INSTANCE));
    state.get().forEach(next::add);
  }

  /** Adds one, even if it is of the walk under way: that has gone by some visitors already. */
  void add(String leadId) {
    next.add(leadId);
  }

  /** Whether a walk would have anything to do. */
  boolean areWaiting() {
    return !next.isEmpty();
  }

  /** Begins a walk; the leads that it is for. */
  Set<String> begin() {
    current = next;
    next = new LinkedHashSet<>();
    return current;
  }

  /** Ends the walk: nothing is kept of its leads. */
  void end() {
    current = Set.of();
  }

  /** How many are left, those of the walk under way included. */
  int size() {
    return current.size() + next.size();
  }

  void snapshot() throws Exception {
    List<String> all = new ArrayList<>(current);
    all.addAll(next);
    state.update(all);
  }
}
