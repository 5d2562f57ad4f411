package io.leadpulse.cli.erase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadpulse.jobs.OperatorId;
import io.leadpulse.jobs.state.RedoLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeOffsets;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedBackendSerializationProxy;
import org.apache.flink.runtime.state.KeyedStateCheckpointOutputStream;
import org.apache.flink.runtime.state.OperatorStreamStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.memory.ByteStreamStateHandle;
import org.apache.flink.runtime.state.memory.MemCheckpointStreamFactory.MemoryCheckpointOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateSearchTest {
  private static final KeyGroupRange GROUPS = new KeyGroupRange(0, 3);

  private final LeadId lead = new LeadId("lead-7");
  private final LeadId other = new LeadId("lead-8");
  private final AtomicInteger pauses = new AtomicInteger();
  private final StateSearch search =
      new StateSearch(List.of(lead, other), pauses::incrementAndGet, notice -> {});

  @TempDir private Path folder;

  @Test
  void findsALeadThatChangedSinceItWasWrittenToKeyedState() throws Exception {
    MemoryCheckpointOutputStream bytes = new MemoryCheckpointOutputStream(1 << 16);
    RedoLog log = new RedoLog(new KeyedStateCheckpointOutputStream(bytes, GROUPS));
    log.add(0, "lead-1", new byte[40]);
    log.add(2, "lead-7", new byte[40]);
    log.finish();
    StreamStateHandle redo = bytes.closeAndGetHandle();
    assertFound(OperatorSubtaskState.builder().setRawKeyedState(groups(redo)));
  }

  @Test
  void findsALeadInTheStateOfAnOperator() throws Exception {
    DataOutputSerializer list = new DataOutputSerializer(16);
    StringSerializer.INSTANCE.serialize("lead-1", list);
    StringSerializer.INSTANCE.serialize("lead-7", list);
    assertFound(
        OperatorSubtaskState.builder()
            .setManagedOperatorState(
                new OperatorStreamStateHandle(Map.of(), bytes(list.getCopyOfBuffer()))));
  }

  @Test
  void refusesStateThatIsCompressed() throws Exception {
    Checkpoint checkpoint =
        saved("packed", OperatorSubtaskState.builder().setManagedKeyedState(keyed(true)));
    assertThatThrownBy(() -> search.search(() -> checkpoint))
        .hasMessageContaining("snapshot-compression");
    Checkpoint plain =
        saved("plain", OperatorSubtaskState.builder().setManagedKeyedState(keyed(false)));
    assertThat(search.search(() -> plain).current().of(lead)).isZero();
  }

  @Test
  void goesOnToTheNewestCheckpointWhenOneIsRemovedMeanwhile() throws Exception {
    Checkpoint gone = removed();
    Checkpoint next = saved("chk-2", OperatorSubtaskState.builder());
    Iterator<Checkpoint> newest = List.of(gone, next).iterator();
    assertThat(search.search(newest::next).checkpoint()).isEqualTo(next);
    assertThat(pauses).hasValue(0);
  }

  @Test
  void waitsForFlinkToTellOfANewerOne() throws Exception {
    Checkpoint next = saved("chk-2", OperatorSubtaskState.builder());
    Iterator<Checkpoint> newest = List.of(removed(), removed(), removed(), next).iterator();
    assertThat(search.search(newest::next).checkpoint()).isEqualTo(next);
    assertThat(pauses).hasValue(2);
  }

  @Test
  void givesUpWhenFlinkTellsOfNoOther() {
    assertThatThrownBy(() -> search.search(this::removed))
        .hasMessageContaining("chk-1 cannot be read from here");
    assertThat(pauses).hasValue(9);
  }

  /** As Flink tells of one that it has removed since. */
  private Checkpoint removed() {
    return new Checkpoint(
        "checkpoint 1", folder.resolve("chk-1").toUri().toString(), Instant.EPOCH);
  }

  @Test
  void saysThatACheckpointCannotBeRead() {
    Checkpoint gone = Checkpoint.named(folder.resolve("chk-1").toString());
    Supplier<Checkpoint> always = () -> gone;
    assertThatThrownBy(() -> search.search(always))
        .hasMessageContaining("chk-1 cannot be read from here")
        .hasMessageEndingWith("bring it here and give --state DIR");
    assertThat(pauses).hasValue(0);
  }

  private void assertFound(OperatorSubtaskState.Builder state) throws IOException {
    Checkpoint checkpoint = saved("chk-1", state);
    StateSearch.Found found = search.search(() -> checkpoint);
    assertThat(found.current().of(lead)).isOne();
    assertThat(found.current().of(other)).isZero();
    assertThat(found.replaced(lead)).isZero();
  }

  private Checkpoint saved(String name, OperatorSubtaskState.Builder state) throws IOException {
    OperatorState operator =
        new OperatorState("score lead", OperatorId.SCORE_LEAD.uid(), new OperatorID(1, 2), 1, 4);
    operator.putState(0, state.build());
    Path checkpoint = Files.createDirectories(folder.resolve(name));
    try (OutputStream out = Files.newOutputStream(checkpoint.resolve("_metadata"))) {
      Checkpoints.storeCheckpointMetadata(
          new CheckpointMetadata(1, List.of(operator), List.of()), out);
    }
    return Checkpoint.named(checkpoint.toString());
  }

  private static KeyGroupsStateHandle keyed(boolean compressed) throws IOException {
    DataOutputSerializer head = new DataOutputSerializer(16);
    new KeyedBackendSerializationProxy<>(StringSerializer.INSTANCE, List.of(), compressed)
        .write(head);
    return groups(bytes(head.getCopyOfBuffer()));
  }

  private static KeyGroupsStateHandle groups(StreamStateHandle state) {
    return new KeyGroupsStateHandle(new KeyGroupRangeOffsets(GROUPS), state);
  }

  private static StreamStateHandle bytes(byte[] bytes) {
    return new ByteStreamStateHandle("bytes", bytes);
  }
}
