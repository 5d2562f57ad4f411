package io.leadpulse.jobs.record;

import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Profile;

/** A profile in bytes, field by field. */
final class ProfileFormat {
  private static final Exclusion[] EXCLUSIONS = Exclusion.values();

  private ProfileFormat() {}

  static void write(Profile profile, RecordOutput out) {
    out.writeNumber(profile.updatedAt());
    out.writeText(profile.accountId());
    out.writeText(profile.company());
    out.writeText(profile.department());
    out.writeText(profile.role());
    out.writeText(profile.country());
    out.writeText(profile.industry());
    out.writeNumber(profile.employees());
    out.writeText(profile.owner());
    out.writeText(profile.team());
    out.write(profile.exclusion().ordinal());
    out.write(profile.consent());
    out.write(profile.emailOptOut());
    out.writeTexts(profile.attributes());
  }

  static Profile read(RecordInput in) {
    return new Profile(
        in.readNumber(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        (int) in.readNumber(),
        in.readText(),
        in.readText(),
        EXCLUSIONS[in.read()],
        in.readBoolean(),
        in.readBoolean(),
        in.readTexts());
  }
}
