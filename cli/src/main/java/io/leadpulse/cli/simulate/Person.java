package io.leadpulse.cli.simulate;

import io.leadpulse.schemas.Exclusion;
import io.leadpulse.schemas.LeadProfile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead.
 *
 * @param leadId opaque
 * @param visitorId opaque
 * @param ip from a range reserved for documentation
 * @param owner sales person in charge
 * @param team the sales person's team
 * @param exclusion what the vendor's records say, which may not be the whole truth
 * @param consent null if nobody asked
 */
record Person(
    String leadId,
    String visitorId,
    Persona persona,
    Company company,
    Job job,
    Device device,
    String ip,
    String owner,
    String team,
    Exclusion exclusion,
    @Nullable Boolean consent) {

  /** The key of its records. */
  byte[] key() {
    return leadId.getBytes(StandardCharsets.UTF_8);
  }

  /** What is known of it from the beginning. */
  LeadProfile.Builder profile(long at) {
    return LeadProfile.newBuilder()
        .setLeadId(leadId)
        .setUpdatedAt(Instant.ofEpochMilli(at))
        .setAccountId(company.accountId())
        .setCompany(company.name())
        .setDepartment(job.department())
        .setRole(job.role())
        .setCountry(company.country())
        .setIndustry(company.industry())
        .setEmployees(company.employees())
        .setOwner(owner)
        .setTeam(team)
        .setExclusion(exclusion)
        .setConsent(consent);
  }
}
