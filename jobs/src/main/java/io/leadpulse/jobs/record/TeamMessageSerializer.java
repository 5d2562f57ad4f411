package io.leadpulse.jobs.record;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.handoff.TeamInput;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Writes messages to teams; what they say is written as the engine does. */
public final class TeamMessageSerializer extends RecordSerializer<TeamMessage> {
  @Override
  void write(TeamMessage message, RecordOutput out) {
    out.writeText(message.team());
    out.writeNumber(message.at());
    ByteSink body = new ByteSink();
    TeamInput.write(message.input(), body);
    out.writeBytes(body.toBytes());
  }

  @Override
  TeamMessage read(RecordInput in) {
    return new TeamMessage(
        in.readText(),
        in.readNumber(),
        TeamInput.read(new ByteSource(Objects.requireNonNull(in.readBytes()))));
  }

  @Override
  public TeamMessage createInstance() {
    throw new UnsupportedOperationException("messages are read, never filled in");
  }

  @Override
  public TypeSerializer<TeamMessage> duplicate() {
    return new TeamMessageSerializer();
  }

  @Override
  public TypeSerializerSnapshot<TeamMessage> snapshotConfiguration() {
    return new Format();
  }

  /** The format by its version; named in savepoints, so it keeps its name. */
  public static final class Format extends Snapshot<TeamMessage> {
    @Override
    public int getCurrentVersion() {
      return 1;
    }

    @Override
    public TypeSerializer<TeamMessage> restoreSerializer() {
      return new TeamMessageSerializer();
    }
  }
}
