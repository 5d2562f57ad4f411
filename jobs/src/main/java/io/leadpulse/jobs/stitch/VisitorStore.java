package io.leadpulse.jobs.stitch;

import io.leadpulse.engine.identity.VisitorState;
import io.leadpulse.engine.identity.VisitorStateCodec;
import io.leadpulse.jobs.state.StoredKeys;
import io.leadpulse.jobs.state.VisitorStates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.jspecify.annotations.Nullable;

/** The visitors in the state backend; whoever is asked for is the current key from then on. */
final class VisitorStore {
  private final ValueStateDescriptor<byte[]> visitorState = VisitorStates.visitor();

  private final KeyedStateBackend<String> backend;
  private final StitchMetrics metrics;
  private final ValueState<byte[]> visitors;
  private final VisitorStateCodec codec = new VisitorStateCodec();

  VisitorStore(KeyedStateBackend<String> backend, StitchMetrics metrics) throws Exception {
    this.backend = backend;
    this.metrics = metrics;
    visitors =
        backend.getPartitionedState(
            VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, visitorState);
  }

  /** Null for one who never came or was forgotten. */
  @Nullable VisitorState visitor(String visitorId) {
    select(visitorId);
    metrics.read();
    try {
      byte[] bytes = visitors.value();
      return bytes == null ? null : codec.read(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All visitors that something is kept of; to be closed. They may change meanwhile. */
  Stream<String> visitorIds() {
    return StoredKeys.of(backend, visitorState.getName());
  }

  void put(String visitorId, VisitorState visitor) {
    select(visitorId);
    metrics.written();
    try {
      visitors.update(codec.write(visitor));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(String visitorId) {
    select(visitorId);
    metrics.written();
    visitors.clear();
  }

  /** Setting a key serialises it, so it is set only if it is another one. */
  private void select(String visitorId) {
    if (!visitorId.equals(backend.getCurrentKey())) {
      backend.setCurrentKey(visitorId);
    }
  }
}
