package io.leadpulse.jobs.state;

import io.leadpulse.engine.lead.LeadStateCodec;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Stores a lead's state as the bytes that {@link LeadStateCodec} makes of it. */
public final class LeadStateSerializer extends BlobSerializer {
  @Override
  int layout() {
    return LeadStateCodec.VERSION;
  }

  @Override
  public TypeSerializerSnapshot<byte[]> snapshotConfiguration() {
    return new LeadStateSerializerSnapshot();
  }
}
