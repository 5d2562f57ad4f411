package io.leadpulse.jobs.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadpulse.engine.account.AccountKeys;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.schemas.LeadProfile;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.FieldValues;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.Projection;
import org.jspecify.annotations.Nullable;

/** Reads what is known of leads; a record of a key alone says that nothing is any more. */
final class ProfileReader extends InputReader {
  private static final Projection<LeadProfile> FIELDS = Projection.whole(Topics.LEAD_PROFILE);
  private static final int LEAD_ID = FIELDS.slot("leadId");
  private static final int UPDATED_AT = FIELDS.slot("updatedAt");
  private static final int ACCOUNT_ID = FIELDS.slot("accountId");
  private static final int MAIL_DOMAIN = FIELDS.slot("mailDomain");
  private static final int COMPANY = FIELDS.slot("company");
  private static final int DEPARTMENT = FIELDS.slot("department");
  private static final int ROLE = FIELDS.slot("role");
  private static final int COUNTRY = FIELDS.slot("country");
  private static final int INDUSTRY = FIELDS.slot("industry");
  private static final int EMPLOYEES = FIELDS.slot("employees");
  private static final int OWNER = FIELDS.slot("owner");
  private static final int TEAM = FIELDS.slot("team");
  private static final int EXCLUSION = FIELDS.slot("exclusion");
  private static final int CONSENT = FIELDS.slot("consent");
  private static final int EMAIL_OPT_OUT = FIELDS.slot("emailOptOut");
  private static final int ATTRIBUTES = FIELDS.slot("attributes");

  private final @Nullable Exclusion[] exclusions = InputEnums.exclusions();

  ProfileReader(RecordFormat format) {
    super(FIELDS, format);
  }

  @Override
  Reading<SourceInput> read(RawRecord raw) {
    byte[] key = raw.key();
    return raw.value() == null && key != null ? removed(key, raw) : super.read(raw);
  }

  private static Reading<SourceInput> removed(byte[] key, RawRecord raw) {
    if (key.length > Limits.EVENT.text()) {
      return new Reading.Refused<>(RefusalCause.TOO_LARGE, "the record's key is too long");
    }
    try {
      String leadId = Checks.notBlank("the record's key", new String(key, UTF_8));
      Checks.plausible("the record's timestamp", raw.recordedAt());
      return new Reading.Value<>(
          new LeadInput.ProfileRemoved(raw.partition(), raw.offset(), raw.recordedAt(), leadId));
    } catch (Refusal refusal) {
      return new Reading.Refused<>(refusal.reason(), String.valueOf(refusal.getMessage()));
    }
  }

  @Override
  long check(FieldValues value, RawRecord raw) throws Refusal {
    Checks.notBlank("leadId", value, LEAD_ID);
    long updatedAt = Checks.plausible("updatedAt", value.number(UPDATED_AT));
    Checks.plausible("the record's timestamp", raw.recordedAt());
    if (exclusions[value.symbol(EXCLUSION)] == null) {
      // Read as "none", it would make a hot lead of somebody whom a newer sender excludes.
      throw Refusal.invalid("exclusion is none that this version knows");
    }
    return updatedAt;
  }

  @Override
  LeadInput make(FieldValues value, RawRecord raw, long updatedAt) {
    return new LeadInput.Profiled(
        raw.partition(),
        raw.offset(),
        raw.recordedAt(),
        value.text(LEAD_ID),
        profile(value, updatedAt));
  }

  private Profile profile(FieldValues value, long updatedAt) {
    return new Profile(
        updatedAt,
        AccountKeys.of(value.text(ACCOUNT_ID), value.text(MAIL_DOMAIN)),
        value.text(COMPANY),
        value.text(DEPARTMENT),
        value.text(ROLE),
        value.text(COUNTRY),
        value.text(INDUSTRY),
        (int) value.number(EMPLOYEES),
        value.text(OWNER),
        value.text(TEAM),
        exclusions[value.symbol(EXCLUSION)],
        value.flag(CONSENT),
        value.flag(EMAIL_OPT_OUT),
        value.texts(ATTRIBUTES));
  }
}
