package io.leadpulse.jobs.state;

import java.io.IOException;
import java.util.function.BiConsumer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.KeyGroupStatePartitionStreamProvider;
import org.apache.flink.runtime.state.KeyedStateCheckpointOutputStream;

/**
 * What a checkpoint holds beside keyed state: the leads that changed since they were written there,
 * as the bytes that are to be written. It lies in the operator's raw keyed state, by key group, so
 * that it goes with its leads to any other parallelism.
 *
 * <p>A key group is a byte for the layout, the number of leads, and for each its id and its state.
 */
public final class RedoLog {
  private static final int LAYOUT = 1;
  private static final int NO_GROUP = -1;

  private final KeyedStateCheckpointOutputStream out;
  private final DataOutputSerializer leads = new DataOutputSerializer(1 << 12);
  private int keyGroup = NO_GROUP;
  private int count;

  public RedoLog(KeyedStateCheckpointOutputStream out) {
    this.out = out;
  }

  /**
   * Adds a lead.
   *
   * @param group its key group, not below that of the lead before
   */
  public void add(int group, String leadId, byte[] state) throws IOException {
    if (group != keyGroup) {
      closeGroup();
      keyGroup = group;
    }
    Packed.writeText(leads, leadId);
    Packed.writeBytes(leads, state);
    count++;
  }

  /** Ends the log; the stream stays open, for it is Flink's. */
  public void finish() throws IOException {
    closeGroup();
  }

  private void closeGroup() throws IOException {
    if (count > 0) {
      DataOutputSerializer head = new DataOutputSerializer(8);
      head.writeByte(LAYOUT);
      Packed.writeCount(head, count);
      out.startNewKeyGroup(keyGroup);
      out.write(head.getSharedBuffer(), 0, head.length());
      out.write(leads.getSharedBuffer(), 0, leads.length());
    }
    leads.clear();
    count = 0;
  }

  /**
   * Reads the logs of the key groups that a subtask took over.
   *
   * @throws IOException if it cannot be read or comes from a later release
   */
  public static void read(
      Iterable<KeyGroupStatePartitionStreamProvider> groups, BiConsumer<String, byte[]> leads)
      throws IOException {
    for (KeyGroupStatePartitionStreamProvider group : groups) {
      DataInputView in = new DataInputViewStreamWrapper(group.getStream());
      int layout = in.readByte();
      if (layout != LAYOUT) {
        throw new IOException(
            "changed leads of layout " + layout + "; this release reads up to " + LAYOUT);
      }
      for (int left = Packed.readCount(in); left > 0; left--) {
        leads.accept(Packed.readText(in), Packed.readBytes(in));
      }
    }
  }
}
