package io.leadpulse.jobs.state;

import io.leadpulse.engine.release.Release;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Stores a release of the scoring model: its text, not what was compiled from it. */
public final class ReleaseSerializer extends StateSerializer<Release> {
  private static final int LAYOUT = 1;
  private static final Release NONE = Release.of("", 0, 0, "");

  @Override
  int layout() {
    return LAYOUT;
  }

  @Override
  public Release createInstance() {
    return NONE;
  }

  @Override
  public void serialize(Release release, DataOutputView out) throws IOException {
    out.writeByte(LAYOUT);
    Packed.writeText(out, release.modelId());
    out.writeLong(release.version());
    out.writeLong(release.effectiveAt());
    Packed.writeText(out, release.yaml());
    Packed.writeText(out, release.sha256());
  }

  @Override
  public Release deserialize(DataInputView in) throws IOException {
    int layout = in.readByte();
    if (layout != LAYOUT) {
      throw new IOException("release of layout " + layout + "; this job reads up to " + LAYOUT);
    }
    return new Release(
        Packed.readText(in),
        in.readLong(),
        in.readLong(),
        Packed.readText(in),
        Packed.readText(in));
  }

  @Override
  public TypeSerializerSnapshot<Release> snapshotConfiguration() {
    return new ReleaseSerializerSnapshot();
  }
}
