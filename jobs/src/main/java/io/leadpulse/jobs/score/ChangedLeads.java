package io.leadpulse.jobs.score;

import io.leadpulse.jobs.state.RedoLog;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads that changed since they were written to keyed state: into a checkpoint, and after a restore
 * from there into keyed state. So it makes no difference whether the job that goes on has a cache.
 */
final class ChangedLeads {
  private static final Logger LOG = LoggerFactory.getLogger(ChangedLeads.class);

  private final Map<String, byte[]> restored = new LinkedHashMap<>();

  /** Reads those of a checkpoint; its streams are open only while state is initialized. */
  void read(StateInitializationContext context) throws IOException {
    if (context.isRestored()) {
      RedoLog.read(context.getRawKeyedStateInputs(), restored::put);
    }
  }

  /** Writes those read; they get their timers by it. */
  void writeTo(BackendLeadStore store) {
    if (!restored.isEmpty()) {
      LOG.info("{} leads of the checkpoint's redo log go to keyed state", restored.size());
    }
    restored.forEach(store::redo);
    restored.clear();
  }

  static void save(LeadStore store, StateSnapshotContext context) throws Exception {
    RedoLog log = new RedoLog(context.getRawKeyedOperatorStateOutput());
    store.save(log);
    log.finish();
  }
}
