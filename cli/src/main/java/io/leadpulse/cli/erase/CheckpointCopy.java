package io.leadpulse.cli.erase;

import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.AbstractChannelStateHandle;
import org.apache.flink.runtime.state.AbstractMergedChannelStateHandle;
import org.apache.flink.runtime.state.IncrementalKeyedStateHandle.HandleAndLocalPath;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedBackendSerializationProxy;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.StateObject;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;
import org.apache.flink.state.api.runtime.SavepointLoader;

/**
 * The files of a checkpoint, held in a folder of ours: Flink removes a checkpoint within seconds,
 * once newer ones are there. What lies on this machine and disk is linked, which costs nothing;
 * anything else is copied.
 */
final class CheckpointCopy {
  private final Path folder;
  private final List<Path> databases = new ArrayList<>();
  private final List<Path> streams = new ArrayList<>();

  private CheckpointCopy(Path folder) {
    this.folder = folder;
  }

  /**
   * Takes hold of a checkpoint or savepoint.
   *
   * @param address as Flink tells it
   * @param folder that is empty
   * @throws IOException if it cannot be read; one for a file that is not there if it was removed
   * @throws CliException if it holds what cannot be searched
   */
  static CheckpointCopy take(String address, Path folder) throws IOException {
    CheckpointCopy copy = new CheckpointCopy(folder);
    for (OperatorState operator :
        SavepointLoader.loadSavepointMetadata(address).getOperatorStates()) {
      if (operator.getCoordinatorState() != null) {
        copy.stream(operator.getCoordinatorState());
      }
      for (OperatorSubtaskState subtask : operator.getStates()) {
        copy.subtask(subtask);
      }
    }
    return copy;
  }

  /** Folders with the files of a RocksDB each. */
  List<Path> databases() {
    return List.copyOf(databases);
  }

  /** Files with state as it was written, one entry after the other. */
  List<Path> streams() {
    return List.copyOf(streams);
  }

  private void subtask(OperatorSubtaskState subtask) throws IOException {
    for (KeyedStateHandle state : subtask.getManagedKeyedState()) {
      if (state instanceof KeyGroupsStateHandle groups) {
        requirePlain(groups);
      }
      keyed(state);
    }
    for (KeyedStateHandle state : subtask.getRawKeyedState()) {
      keyed(state);
    }
    List<StreamStateHandle> others = new ArrayList<>();
    subtask.getManagedOperatorState().forEach(s -> others.add(s.getDelegateStateHandle()));
    subtask.getRawOperatorState().forEach(s -> others.add(s.getDelegateStateHandle()));
    inFlight(subtask).map(CheckpointCopy::delegate).distinct().forEach(others::add);
    for (StreamStateHandle other : others) {
      stream(other);
    }
  }

  private void keyed(KeyedStateHandle state) throws IOException {
    if (state instanceof IncrementalRemoteKeyedStateHandle rocks) {
      database(rocks);
    } else if (state instanceof KeyGroupsStateHandle groups) {
      stream(groups.getDelegateStateHandle());
    } else {
      throw unknown(state);
    }
  }

  /** Compressed key groups would hide an id. */
  private static void requirePlain(KeyGroupsStateHandle groups) throws IOException {
    ClassLoader loader = CheckpointCopy.class.getClassLoader();
    KeyedBackendSerializationProxy<?> head = new KeyedBackendSerializationProxy<>(loader);
    try (FSDataInputStream in = groups.openInputStream()) {
      head.read(new DataInputViewStreamWrapper(in));
    }
    if (head.isUsingKeyGroupCompression()) {
      throw CliException.failure(
          "state is compressed (execution.checkpointing.snapshot-compression) and cannot be"
              + " searched; take a savepoint without, and give --state DIR");
    }
  }

  private static Stream<StateObject> inFlight(OperatorSubtaskState subtask) {
    return Stream.of(
            subtask.getInputChannelState().stream(),
            subtask.getUpstreamOutputBufferState().stream(),
            subtask.getResultSubpartitionState().stream())
        .flatMap(states -> states.map(StateObject.class::cast));
  }

  private static StreamStateHandle delegate(StateObject state) {
    if (state instanceof AbstractChannelStateHandle<?> channel) {
      return channel.getDelegate();
    }
    if (state instanceof AbstractMergedChannelStateHandle<?, ?> channels) {
      return channels.getDelegate();
    }
    throw unknown(state);
  }

  private static CliException unknown(StateObject state) {
    return CliException.failure(
        "state of a kind that cannot be searched: " + state.getClass().getSimpleName());
  }

  private void database(IncrementalRemoteKeyedStateHandle rocks) throws IOException {
    Path database = Files.createDirectory(folder.resolve("db-" + databases.size()));
    databases.add(database);
    for (HandleAndLocalPath file : rocks.getSharedState()) {
      hold(file.getHandle(), database.resolve(file.getLocalPath()));
    }
    for (HandleAndLocalPath file : rocks.getPrivateState()) {
      hold(file.getHandle(), database.resolve(file.getLocalPath()));
    }
  }

  private void stream(StreamStateHandle state) throws IOException {
    Path file = folder.resolve("state-" + streams.size());
    streams.add(file);
    hold(state, file);
  }

  private static void hold(StreamStateHandle state, Path target) throws IOException {
    if (state instanceof FileStateHandle file && isLocal(file.getFilePath().toUri())) {
      link(Path.of(file.getFilePath().toUri().getPath()), target);
      return;
    }
    try (InputStream in = state.openInputStream()) {
      Files.copy(in, target);
    }
  }

  private static boolean isLocal(URI file) {
    return "file".equals(file.getScheme());
  }

  private static void link(Path source, Path target) throws IOException {
    try {
      Files.createLink(target, source);
    } catch (NoSuchFileException removed) {
      throw removed;
    } catch (IOException | UnsupportedOperationException otherDisk) {
      Files.copy(source, target);
    }
  }
}
