package io.leadpulse.cli.simulate;

import io.leadpulse.schemas.Exclusion;
import io.leadpulse.schemas.LeadProfile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead.
 *
 * @param leadId opaque
 * @param equipment what it reads with
 * @param owner sales person in charge
 * @param team the sales person's team
 * @param exclusion what the vendor's records say, which may not be the whole truth
 * @param consent null if nobody asked
 */
record Person(
    String leadId,
    Persona persona,
    Company company,
    Job job,
    Equipment equipment,
    String owner,
    String team,
    Exclusion exclusion,
    @Nullable Boolean consent) {

  /** Of its browsers, that of the device it reads mails with. */
  Browser browser() {
    return equipment.browsers().get(0);
  }

  /** Whether the tools tell that it is one of the vendor's own. */
  boolean isMarked() {
    return persona.isOwnStaff() && equipment.staffMarked();
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
