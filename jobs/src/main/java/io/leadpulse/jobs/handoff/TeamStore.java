package io.leadpulse.jobs.handoff;

import io.leadpulse.engine.handoff.TeamDesk;
import io.leadpulse.engine.handoff.TeamState;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** The pieces of the team whose turn it is, in Flink's state. */
final class TeamStore {
  private static final TypeInformation<byte[]> BYTES =
      PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;

  private final ValueState<byte[]> head;

  /** By alert. */
  private final MapState<String, byte[]> leads;

  /** Of the funnel, by the bytes of their key, each as a character: arrays are no keys. */
  private final MapState<String, byte[]> rows;

  TeamStore(RuntimeContext context) {
    head = context.getState(new ValueStateDescriptor<>("head", BYTES));
    leads = context.getMapState(new MapStateDescriptor<>("leads", Types.STRING, BYTES));
    rows = context.getMapState(new MapStateDescriptor<>("funnel", Types.STRING, BYTES));
  }

  /** Fills an empty desk with what is kept. */
  void restore(TeamDesk desk) throws Exception {
    byte[] own = head.value();
    if (own == null) {
      return;
    }
    desk.restoreHead(own);
    for (byte[] lead : leads.values()) {
      desk.restoreLead(lead);
    }
    for (Map.Entry<String, byte[]> row : rows.entries()) {
      desk.restoreRow(row.getKey().getBytes(StandardCharsets.ISO_8859_1), row.getValue());
    }
  }

  /** Keeps what has changed. */
  void take(TeamDesk desk) throws Exception {
    Changes changes = new Changes();
    desk.save(changes);
    if (changes.failure != null) {
      throw changes.failure;
    }
  }

  /** Writes through; the first failure is kept for the caller, since the engine knows of none. */
  private final class Changes implements TeamState {
    private Exception failure;

    @Override
    public void head(byte[] bytes) {
      write(() -> head.update(bytes));
    }

    @Override
    public void lead(String alertId, byte[] bytes) {
      if (bytes == null) {
        write(() -> leads.remove(alertId));
      } else {
        write(() -> leads.put(alertId, bytes));
      }
    }

    @Override
    public void row(byte[] key, byte[] bytes) {
      write(() -> rows.put(new String(key, StandardCharsets.ISO_8859_1), bytes));
    }

    private void write(Write write) {
      try {
        write.run();
      } catch (Exception e) {
        failure = failure == null ? e : failure;
      }
    }
  }

  /** A write that may fail. */
  private interface Write {
    void run() throws Exception;
  }
}
