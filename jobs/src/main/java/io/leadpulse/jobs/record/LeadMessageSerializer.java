package io.leadpulse.jobs.record;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.handoff.LeadNews;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Writes messages to leads; what they say is written as the engine does. */
public final class LeadMessageSerializer extends RecordSerializer<LeadMessage> {
  @Override
  void write(LeadMessage message, RecordOutput out) {
    out.writeText(message.leadId());
    out.writeNumber(message.at());
    ByteSink body = new ByteSink();
    LeadNews.write(message.news(), body);
    out.writeBytes(body.toBytes());
  }

  @Override
  LeadMessage read(RecordInput in) {
    return new LeadMessage(
        in.readText(),
        in.readNumber(),
        LeadNews.read(new ByteSource(Objects.requireNonNull(in.readBytes()))));
  }

  @Override
  public LeadMessage createInstance() {
    throw new UnsupportedOperationException("messages are read, never filled in");
  }

  @Override
  public TypeSerializer<LeadMessage> duplicate() {
    return new LeadMessageSerializer();
  }

  @Override
  public TypeSerializerSnapshot<LeadMessage> snapshotConfiguration() {
    return new Format();
  }

  /** The format by its version; named in savepoints, so it keeps its name. */
  public static final class Format extends Snapshot<LeadMessage> {
    @Override
    public int getCurrentVersion() {
      return 1;
    }

    @Override
    public TypeSerializer<LeadMessage> restoreSerializer() {
      return new LeadMessageSerializer();
    }
  }
}
