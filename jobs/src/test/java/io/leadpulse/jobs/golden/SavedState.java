package io.leadpulse.jobs.golden;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.core.fs.CloseableRegistry;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.DefaultOperatorStateBackend;
import org.apache.flink.runtime.state.DefaultOperatorStateBackendBuilder;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedBackendSerializationProxy;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorBackendSerializationProxy;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;

/** A savepoint in a folder, looked into without a job. */
public final class SavedState {
  private final Map<String, OperatorState> operators = new TreeMap<>();

  /**
   * Opens a savepoint.
   *
   * @param folder where it lies now, wherever it was made
   */
  public SavedState(Path folder) throws IOException {
    try (DataInputStream in =
        new DataInputStream(Files.newInputStream(folder.resolve("_metadata")))) {
      Checkpoints.loadCheckpointMetadata(in, loader(), folder.toUri().toString())
          .getOperatorStates()
          .forEach(state -> operators.put(state.getOperatorUid().orElseThrow(), state));
    }
  }

  /** The state of all subtasks of an operator. */
  public OperatorSubtaskState[] subtasks(String uid) {
    return operators.get(uid).getStates().toArray(OperatorSubtaskState[]::new);
  }

  /** A look at the lists and broadcast state of all subtasks of an operator together. */
  public DefaultOperatorStateBackend lists(String uid) throws IOException {
    List<OperatorStateHandle> handles = new ArrayList<>();
    for (OperatorSubtaskState subtask : subtasks(uid)) {
      handles.addAll(subtask.getManagedOperatorState());
    }
    return new DefaultOperatorStateBackendBuilder(
            loader(), new ExecutionConfig(), false, handles, new CloseableRegistry())
        .build();
  }

  /**
   * Everything in it by which a later version finds and reads it: each state by its operator's uid,
   * its kind, its name, and the classes that describe how it was written.
   *
   * @param uids of the operators to look at
   */
  public List<String> catalogue(Collection<String> uids) throws IOException {
    TreeSet<String> lines = new TreeSet<>();
    for (String uid : uids) {
      for (OperatorSubtaskState subtask : subtasks(uid)) {
        for (OperatorStateHandle handle : subtask.getManagedOperatorState()) {
          describeLists(uid, handle, lines);
        }
        for (KeyedStateHandle handle : subtask.getManagedKeyedState()) {
          describeKeyed(uid, (KeyGroupsStateHandle) handle, lines);
        }
      }
      lines.add(uid + " max-parallelism " + operators.get(uid).getMaxParallelism());
    }
    return List.copyOf(lines);
  }

  private static void describeLists(String uid, OperatorStateHandle handle, TreeSet<String> lines)
      throws IOException {
    OperatorBackendSerializationProxy proxy = new OperatorBackendSerializationProxy(loader());
    try (InputStream in = handle.openInputStream()) {
      proxy.read(new DataInputViewStreamWrapper(in));
    }
    for (StateMetaInfoSnapshot state : proxy.getOperatorStateMetaInfoSnapshots()) {
      lines.add(line(uid, state));
    }
    for (StateMetaInfoSnapshot state : proxy.getBroadcastStateMetaInfoSnapshots()) {
      lines.add(line(uid, state));
    }
  }

  private static void describeKeyed(String uid, KeyGroupsStateHandle handle, TreeSet<String> lines)
      throws IOException {
    KeyedBackendSerializationProxy<?> proxy = new KeyedBackendSerializationProxy<>(loader());
    try (InputStream in = handle.openInputStream()) {
      proxy.read(new DataInputViewStreamWrapper(in));
    }
    lines.add(uid + " key " + proxy.getKeySerializerSnapshot().getClass().getName());
    for (StateMetaInfoSnapshot state : proxy.getStateMetaInfoSnapshots()) {
      lines.add(line(uid, state));
    }
  }

  private static String line(String uid, StateMetaInfoSnapshot state) {
    Map<String, String> options = new TreeMap<>(state.getOptionsImmutable());
    Map<String, String> serializers = new TreeMap<>();
    state
        .getSerializerSnapshotsImmutable()
        .forEach((what, snapshot) -> serializers.put(what, snapshot.getClass().getName()));
    return "%s %s %s %s %s"
        .formatted(uid, state.getBackendStateType(), state.getName(), options, serializers);
  }

  private static ClassLoader loader() {
    return SavedState.class.getClassLoader();
  }
}
