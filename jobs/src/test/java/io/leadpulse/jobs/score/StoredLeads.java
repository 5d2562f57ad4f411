package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.golden.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/** All that the operator holds of its leads: profiles, states, timers, one field a line. */
public final class StoredLeads {
  private StoredLeads() {}

  /**
   * Restores a single subtask from those of a savepoint, and looks.
   *
   * @param saved the state of all its subtasks
   */
  public static List<String> of(ScoreSettings settings, OperatorSubtaskState... saved)
      throws Exception {
    OperatorSubtaskState all = AbstractStreamOperatorTestHarness.repackageState(saved);
    try (ScoreLeadHarness harness =
        ScoreLeadHarness.ofJob(settings, Backend.HEAP, all, saved.length)) {
      ScoreLeadOperator operator = (ScoreLeadOperator) harness.getOperator();
      KeyedStateBackend<String> backend = operator.getKeyedStateBackend();
      LeadStore store =
          new BackendLeadStore(backend, Timers.unseen(), new StateMetrics(new Metrics()));
      Map<String, String> timers = timers(operator);
      List<String> lines = new ArrayList<>();
      for (String lead : ids(backend)) {
        Profile profile = store.profile(lead);
        if (profile != null) {
          lines.addAll(Fields.of(lead + " profile", profile));
        }
        LeadState state = store.lead(lead);
        if (state != null) {
          lines.addAll(Fields.of(lead + " state", state));
        }
        if (timers.containsKey(lead)) {
          lines.add(lead + " timers = " + timers.get(lead));
        }
      }
      return lines;
    }
  }

  private static TreeSet<String> ids(KeyedStateBackend<String> backend) {
    TreeSet<String> ids = new TreeSet<>();
    for (String state : List.of("lead", "profile")) {
      try (var keys = backend.<VoidNamespace>getKeys(state, VoidNamespace.INSTANCE)) {
        keys.forEach(ids::add);
      }
    }
    return ids;
  }

  private static Map<String, String> timers(ScoreLeadOperator operator) throws Exception {
    AbstractStreamOperator<?> base = operator;
    Triggerable<String, VoidNamespace> triggerable = operator;
    InternalTimerService<VoidNamespace> service =
        base.getInternalTimerService("leads", VoidNamespaceSerializer.INSTANCE, triggerable);
    Map<String, String> timers = new TreeMap<>();
    service.forEachEventTimeTimer(
        (none, time) ->
            timers.merge(
                (String) base.getCurrentKey(), Long.toString(time), (one, two) -> one + " " + two));
    return timers;
  }
}
