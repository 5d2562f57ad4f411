package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.metrics.OutcomeCounters;
import io.leadpulse.jobs.state.ReleaseSerializer;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;

/**
 * What a subtask of the scoring operator keeps beside its leads: the releases, the totals of what
 * became of its inputs, who is forgotten, and how far it has come.
 *
 * @param numbers what all subtasks have to know of each other after a start
 * @param changed leads of the checkpoint that are to be written before the first input
 */
record ScoreOperatorState(
    OutcomeCounters outcomes,
    SharedNumbers numbers,
    Releases releases,
    ErasedLeads erased,
    ChangedLeads changed) {
  private static final Set<Outcome> DECIDED_HERE =
      Set.of(
          Outcome.APPLIED,
          Outcome.DUPLICATE,
          Outcome.SUSPECT,
          Outcome.PENDING,
          Outcome.WAITING,
          Outcome.DROPPED,
          Outcome.ERASED);

  /**
   * Takes up what the last checkpoint has, if there is one.
   *
   * @param loader of the releases that were published before the job began
   */
  static ScoreOperatorState open(
      StateInitializationContext context,
      ScoreSettings settings,
      ReleaseLoader loader,
      StateOrigin origin,
      TaskInfo task)
      throws Exception {
    OperatorStateStore store = context.getOperatorStateStore();
    OutcomeCounters outcomes = new OutcomeCounters(DECIDED_HERE);
    outcomes.initialize(store);
    SharedNumbers numbers = new SharedNumbers(store);
    MapStateDescriptor<Long, Release> published =
        new MapStateDescriptor<>("releases", LongSerializer.INSTANCE, new ReleaseSerializer());
    Releases releases =
        new Releases(store.getBroadcastState(published), settings.scoring(), numbers.judgedByAny());
    releases.open(loader);
    long secret = numbers.secret(origin.secret());
    ErasedLeads erased =
        new ErasedLeads(store, secret, keyGroups(task), keyGroupsOf(task)::contains);
    ChangedLeads changed = new ChangedLeads();
    changed.read(context);
    return new ScoreOperatorState(outcomes, numbers, releases, erased, changed);
  }

  private static KeyGroupRange keyGroupsOf(TaskInfo task) {
    return KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(
        task.getMaxNumberOfParallelSubtasks(),
        task.getNumberOfParallelSubtasks(),
        task.getIndexOfThisSubtask());
  }

  /** The key group of a lead. */
  static ToIntFunction<String> keyGroups(TaskInfo task) {
    int keyGroups = task.getMaxNumberOfParallelSubtasks();
    return leadId -> KeyGroupRangeAssignment.assignToKeyGroup(leadId, keyGroups);
  }

  /**
   * Brings all of it into a checkpoint.
   *
   * @param store has the leads that changed
   * @param sweptVersion of the release that all of its leads have met
   */
  void snapshot(StateSnapshotContext context, LeadStore store, long sweptVersion) throws Exception {
    ChangedLeads.save(store, context);
    outcomes.snapshot();
    numbers.snapshot(sweptVersion, releases.newestInputAt());
    erased.snapshot();
  }
}
