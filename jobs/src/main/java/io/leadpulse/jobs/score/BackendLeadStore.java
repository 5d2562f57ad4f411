package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.LeadStateCodec;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.state.LeadStates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.jspecify.annotations.Nullable;

/** Leads straight in the state backend: one read or write per call, nothing kept between. */
final class BackendLeadStore implements LeadStore {
  private static final String ROCKSDB = "rocksdb";

  private final ValueStateDescriptor<byte[]> leadState = LeadStates.lead();

  private final KeyedStateBackend<String> backend;
  private final LongConsumer bytesWritten;
  private final ValueState<byte[]> leads;
  private final ValueState<Profile> profiles;
  private final LeadStateCodec codec = new LeadStateCodec();

  /**
   * @param bytesWritten told the size of every lead that is stored
   */
  BackendLeadStore(KeyedStateBackend<String> backend, LongConsumer bytesWritten) throws Exception {
    this.backend = backend;
    this.bytesWritten = bytesWritten;
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
  public void putLead(String leadId, LeadState state) {
    byte[] bytes = codec.write(state);
    write(leads, leadId, bytes);
    bytesWritten.accept(bytes.length);
  }

  @Override
  public @Nullable Profile profile(String leadId) {
    return read(profiles, leadId);
  }

  @Override
  public void putProfile(String leadId, Profile profile) {
    write(profiles, leadId, profile);
  }

  /** RocksDB reads from a view of its own; a table in memory must not change meanwhile. */
  @Override
  public LeadIds leadIds() {
    Stream<String> ids = backend.getKeys(leadState.getName(), VoidNamespace.INSTANCE);
    if (backend.getBackendTypeIdentifier().equals(ROCKSDB)) {
      return new LeadIds(ids);
    }
    try (ids) {
      return new LeadIds(ids.toList().stream());
    }
  }

  private <T> @Nullable T read(ValueState<T> state, String leadId) {
    select(leadId);
    try {
      return state.value();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> void write(ValueState<T> state, String leadId, T value) {
    select(leadId);
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
