package io.leadpulse.jobs.record;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.jobs.record.LeadInput.Engaged;
import io.leadpulse.jobs.record.LeadInput.Identified;
import io.leadpulse.jobs.record.LeadInput.ProfileRemoved;
import io.leadpulse.jobs.record.LeadInput.Profiled;
import io.leadpulse.jobs.record.LeadInput.Reported;
import io.leadpulse.jobs.record.LeadInput.Transferred;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Writes lead inputs: a tag, the coordinates, then the payload. */
public final class LeadInputSerializer extends RecordSerializer<LeadInput> {
  private static final byte ENGAGED = 0;
  private static final byte PROFILED = 1;
  private static final byte REPORTED = 2;
  private static final byte IDENTIFIED = 3;
  private static final byte TRANSFERRED = 4;
  private static final byte PROFILE_REMOVED = 5;

  private static final EventKind[] KINDS = EventKind.values();

  @Override
  void write(LeadInput input, RecordOutput out) {
    if (input instanceof Engaged engaged) {
      writeHead(ENGAGED, input, out);
      out.write(engaged.kind().ordinal());
      out.writeText(engaged.leadId());
      out.writeNumber(engaged.recordedAt());
      out.writeNumber(engaged.recordedAt() - engaged.occurredAt());
      engaged.writeFields(out);
    } else if (input instanceof Profiled profiled) {
      writeHead(PROFILED, input, out);
      out.writeNumber(profiled.recordedAt());
      out.writeText(profiled.leadId());
      ProfileFormat.write(profiled.profile(), out);
    } else if (input instanceof ProfileRemoved removed) {
      writeHead(PROFILE_REMOVED, input, out);
      out.writeNumber(removed.recordedAt());
      out.writeText(removed.leadId());
    } else if (input instanceof Reported reported) {
      writeHead(REPORTED, input, out);
      out.writeText(reported.leadId());
      SalesActivityFormat.write(reported.activity(), out);
    } else if (input instanceof Identified identified) {
      writeHead(IDENTIFIED, input, out);
      out.writeNumber(identified.recordedAt());
      IdentityFormat.write(identified.change(), out);
    } else if (input instanceof Transferred transferred) {
      writeHead(TRANSFERRED, input, out);
      TransferFormat.write(transferred, out);
    }
  }

  private static void writeHead(byte tag, LeadInput input, RecordOutput out) {
    out.write(tag);
    out.writeNumber(input.partition());
    out.writeNumber(input.offset());
  }

  @Override
  LeadInput read(RecordInput in) {
    byte tag = in.read();
    int partition = (int) in.readNumber();
    long offset = in.readNumber();
    return switch (tag) {
      case ENGAGED -> new Engaged(partition, offset, readEngagement(in));
      case PROFILED ->
          new Profiled(partition, offset, in.readNumber(), in.readText(), ProfileFormat.read(in));
      case PROFILE_REMOVED -> new ProfileRemoved(partition, offset, in.readNumber(), in.readText());
      case REPORTED -> new Reported(partition, offset, in.readText(), SalesActivityFormat.read(in));
      case IDENTIFIED ->
          new Identified(partition, offset, in.readNumber(), IdentityFormat.read(in));
      case TRANSFERRED -> TransferFormat.read(partition, offset, in);
      default -> throw new IllegalStateException("no lead input begins with " + tag);
    };
  }

  private static Engagement readEngagement(RecordInput in) {
    EventKind kind = KINDS[in.read()];
    String leadId = in.readText();
    long recordedAt = in.readNumber();
    long occurredAt = recordedAt - in.readNumber();
    return EngagementFormat.read(kind, leadId, occurredAt, recordedAt, in);
  }

  @Override
  public LeadInput createInstance() {
    throw new UnsupportedOperationException("lead inputs are read, never filled in");
  }

  @Override
  public TypeSerializer<LeadInput> duplicate() {
    return new LeadInputSerializer();
  }

  @Override
  public TypeSerializerSnapshot<LeadInput> snapshotConfiguration() {
    return new Format();
  }

  /** The format by its version; named in savepoints, so it keeps its name. */
  public static final class Format extends Snapshot<LeadInput> {
    @Override
    public int getCurrentVersion() {
      return 4;
    }

    @Override
    public TypeSerializer<LeadInput> restoreSerializer() {
      return new LeadInputSerializer();
    }
  }
}
