package io.leadpulse.jobs.account;

import io.leadpulse.engine.account.AccountState;
import io.leadpulse.engine.account.Member;
import io.leadpulse.engine.account.Members;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** The account that is the current key, in keyed state: a summary, and a place for each lead. */
final class AccountStore implements Members {
  private static final String SUMMARY = "account";

  private final KeyedStateBackend<String> backend;
  private final ValueState<byte[]> summary;
  private final MapState<String, byte[]> members;

  /** The summary that was read last, as it is stored; null if there is none. */
  private byte @Nullable [] read;

  AccountStore(KeyedStateBackend<String> backend) throws Exception {
    this.backend = backend;
    summary =
        backend.getPartitionedState(
            VoidNamespace.INSTANCE,
            VoidNamespaceSerializer.INSTANCE,
            new ValueStateDescriptor<>(SUMMARY, BytePrimitiveArraySerializer.INSTANCE));
    members =
        backend.getPartitionedState(
            VoidNamespace.INSTANCE,
            VoidNamespaceSerializer.INSTANCE,
            new MapStateDescriptor<>(
                "members", StringSerializer.INSTANCE, BytePrimitiveArraySerializer.INSTANCE));
  }

  /** All accounts there are; to be closed. */
  Stream<String> accountIds() {
    return backend.getKeys(SUMMARY, VoidNamespace.INSTANCE);
  }

  AccountState read() {
    return run(
        () -> {
          byte[] bytes = summary.value();
          read = bytes;
          return bytes == null ? new AccountState() : AccountState.of(bytes);
        });
  }

  /** Stores what was read last, if it has changed: most leads of a large account change nothing. */
  void write(AccountState state) {
    run(
        () -> {
          byte[] bytes = state.toBytes();
          if (state.isEmpty()) {
            summary.clear();
          } else if (!Arrays.equals(bytes, read)) {
            summary.update(bytes);
          }
          return null;
        });
  }

  @Override
  public @Nullable Member get(String leadId) {
    byte[] bytes = run(() -> members.get(leadId));
    return bytes == null ? null : Member.of(bytes);
  }

  @Override
  public void put(String leadId, Member member) {
    run(
        () -> {
          members.put(leadId, member.toBytes());
          return null;
        });
  }

  @Override
  public void remove(String leadId) {
    run(
        () -> {
          members.remove(leadId);
          return null;
        });
  }

  @Override
  public void forEach(BiConsumer<String, Member> visitor) {
    run(
        () -> {
          for (Map.Entry<String, byte[]> entry : members.entries()) {
            visitor.accept(entry.getKey(), Member.of(entry.getValue()));
          }
          return null;
        });
  }

  private interface Access<T extends @Nullable Object> {
    T run() throws Exception;
  }

  private static <T extends @Nullable Object> T run(Access<T> access) {
    try {
      return access.run();
    } catch (Exception e) {
      throw new FlinkRuntimeException("state of an account", e);
    }
  }
}
