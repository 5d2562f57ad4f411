package io.leadpulse.jobs.codec;

import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.schemas.LeadProfile;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Limits;

/** Reads what is known of leads. */
final class ProfileReader extends RecordReader<LeadProfile, LeadInput> {

  ProfileReader(RecordFormat format) {
    super(Topics.LEAD_PROFILE, Limits.EVENT, format);
  }

  @Override
  LeadInput translate(LeadProfile value, RawRecord raw) throws Refusal {
    String leadId = Checks.notBlank("leadId", value.getLeadId());
    long updatedAt = Checks.plausible("updatedAt", value.getUpdatedAt());
    long recordedAt = Checks.plausible("the record's timestamp", raw.recordedAt());
    Exclusion exclusion = InputEnums.exclusion(value.getExclusion());
    if (exclusion == null) {
      // Read as "none", it would make a hot lead of somebody whom a newer sender excludes.
      throw Refusal.invalid("exclusion is none that this version knows");
    }
    return new LeadInput.Profiled(
        raw.partition(), raw.offset(), recordedAt, leadId, profile(value, updatedAt, exclusion));
  }

  private static Profile profile(LeadProfile value, long updatedAt, Exclusion exclusion) {
    return new Profile(
        updatedAt,
        value.getAccountId(),
        value.getCompany(),
        value.getDepartment(),
        value.getRole(),
        value.getCountry(),
        value.getIndustry(),
        value.getEmployees(),
        value.getOwner(),
        value.getTeam(),
        exclusion,
        Boolean.TRUE.equals(value.getConsent()),
        value.getEmailOptOut(),
        value.getAttributes());
  }
}
