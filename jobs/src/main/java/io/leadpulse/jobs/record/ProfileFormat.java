package io.leadpulse.jobs.record;

import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Profile;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A profile in bytes, field by field. */
final class ProfileFormat {
  private static final Exclusion[] EXCLUSIONS = Exclusion.values();

  private ProfileFormat() {}

  static void write(Profile profile, DataOutputView out) throws IOException {
    Primitives.writeNumber(out, profile.updatedAt());
    Primitives.writeText(out, profile.accountId());
    Primitives.writeText(out, profile.company());
    Primitives.writeText(out, profile.department());
    Primitives.writeText(out, profile.role());
    Primitives.writeText(out, profile.country());
    Primitives.writeText(out, profile.industry());
    Primitives.writeNumber(out, profile.employees());
    Primitives.writeText(out, profile.owner());
    Primitives.writeText(out, profile.team());
    out.writeByte(profile.exclusion().ordinal());
    out.writeBoolean(profile.consent());
    out.writeBoolean(profile.emailOptOut());
    Primitives.writeTexts(out, profile.attributes());
  }

  static Profile read(DataInputView in, Primitives primitives) throws IOException {
    return new Profile(
        Primitives.readNumber(in),
        primitives.readText(in),
        primitives.readText(in),
        primitives.readText(in),
        primitives.readText(in),
        primitives.readText(in),
        primitives.readText(in),
        (int) Primitives.readNumber(in),
        primitives.readText(in),
        primitives.readText(in),
        EXCLUSIONS[in.readByte()],
        in.readBoolean(),
        in.readBoolean(),
        primitives.readTexts(in));
  }
}
