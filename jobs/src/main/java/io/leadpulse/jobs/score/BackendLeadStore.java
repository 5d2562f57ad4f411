package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.LeadStateCodec;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.state.LeadStates;
import io.leadpulse.jobs.state.RedoLog;
import io.leadpulse.jobs.state.StoredKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Leads straight in the state backend: one read or write per call, nothing kept between. A lead
 * that is written has its timer registered, for the state says which hour it has one for.
 */
final class BackendLeadStore implements LeadStore {
  private final ValueStateDescriptor<byte[]> leadState = LeadStates.lead();

  private final KeyedStateBackend<String> backend;
  private final LeadTimers timers;
  private final StateMetrics metrics;
  private final ValueState<byte[]> leads;
  private final ValueState<Profile> profiles;
  private final LeadStateCodec codec = new LeadStateCodec();

  BackendLeadStore(KeyedStateBackend<String> backend, LeadTimers timers, StateMetrics metrics)
      throws Exception {
    this.backend = backend;
    this.timers = timers;
    this.metrics = metrics;
    leads = open(leadState);
    profiles = open(LeadStates.profile());
  }

  private <T> ValueState<T> open(ValueStateDescriptor<T> descriptor) throws Exception {
    return backend.getPartitionedState(
        VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, descriptor);
  }

  @Override
  public @Nullable LeadState lead(String leadId) {
    byte[] bytes = read(leads, leadId);
    return bytes == null ? null : codec.read(bytes);
  }

  @Override
  public @Nullable LeadState visit(String leadId) {
    return lead(leadId);
  }

  @Override
  public void putLead(String leadId, LeadState state) {
    timers.register(leadId, state);
    byte[] bytes = codec.write(state);
    write(leads, leadId, bytes);
    metrics.leadWritten(bytes.length);
  }

  @Override
  public @Nullable Profile profile(String leadId) {
    return read(profiles, leadId);
  }

  @Override
  public void putProfile(String leadId, Profile profile) {
    write(profiles, leadId, profile);
  }

  @Override
  public void removeLead(String leadId) {
    select(leadId);
    metrics.stateWritten();
    leads.clear();
  }

  @Override
  public void removeProfile(String leadId) {
    select(leadId);
    metrics.stateWritten();
    profiles.clear();
  }

  @Override
  public LeadIds leadIds() {
    return new LeadIds(StoredKeys.of(backend, leadState.getName()));
  }

  /** Nothing: each lead was written when it was put. */
  @Override
  public void flush() {}

  @Override
  public void save(RedoLog log) {}

  @Override
  public void writeBehind() {}

  @Override
  public void flushDue(long time) {}

  /** Takes a lead over from a checkpoint that held it beside keyed state. */
  void redo(String leadId, byte[] bytes) {
    putLead(leadId, codec.read(bytes));
  }

  private <T> @Nullable T read(ValueState<T> state, String leadId) {
    select(leadId);
    metrics.stateRead();
    try {
      return state.value();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> void write(ValueState<T> state, String leadId, T value) {
    select(leadId);
    metrics.stateWritten();
    try {
      state.update(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Setting a key serialises it, so it is set only if it is another one. */
  private void select(String leadId) {
    if (!leadId.equals(backend.getCurrentKey())) {
      backend.setCurrentKey(leadId);
    }
  }
}
