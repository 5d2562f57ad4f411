package io.leadpulse.jobs.state;

import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Profile;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Stores a lead's profile, field by field. Exclusions are written by position, so constants are
 * only ever added at the end.
 */
public final class ProfileSerializer extends StateSerializer<Profile> {
  private static final int LAYOUT = 1;
  private static final Exclusion[] EXCLUSIONS = Exclusion.values();

  @Override
  int layout() {
    return LAYOUT;
  }

  @Override
  public Profile createInstance() {
    return Profile.UNKNOWN;
  }

  @Override
  public void serialize(Profile profile, DataOutputView out) throws IOException {
    out.writeByte(LAYOUT);
    out.writeLong(profile.updatedAt());
    Packed.writeText(out, profile.accountId());
    Packed.writeText(out, profile.company());
    Packed.writeText(out, profile.department());
    Packed.writeText(out, profile.role());
    Packed.writeText(out, profile.country());
    Packed.writeText(out, profile.industry());
    out.writeInt(profile.employees());
    Packed.writeText(out, profile.owner());
    Packed.writeText(out, profile.team());
    out.writeByte(profile.exclusion().ordinal());
    out.writeBoolean(profile.consent());
    out.writeBoolean(profile.emailOptOut());
    Packed.writeTexts(out, profile.attributes());
  }

  @Override
  public Profile deserialize(DataInputView in) throws IOException {
    int layout = in.readByte();
    if (layout != LAYOUT) {
      throw new IOException("profile of layout " + layout + "; this release reads up to " + LAYOUT);
    }
    return new Profile(
        in.readLong(),
        Packed.readText(in),
        Packed.readText(in),
        Packed.readText(in),
        Packed.readText(in),
        Packed.readText(in),
        Packed.readText(in),
        in.readInt(),
        Packed.readText(in),
        Packed.readText(in),
        EXCLUSIONS[in.readByte()],
        in.readBoolean(),
        in.readBoolean(),
        Packed.readTexts(in));
  }

  @Override
  public TypeSerializerSnapshot<Profile> snapshotConfiguration() {
    return new ProfileSerializerSnapshot();
  }
}
