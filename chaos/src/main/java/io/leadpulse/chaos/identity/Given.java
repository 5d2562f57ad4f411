package io.leadpulse.chaos.identity;

import io.leadpulse.jobs.record.LeadInput;

/**
 * A record that has its lead.
 *
 * @param chapter in which it came to the lead: its own, or that of a later link
 */
record Given(LeadInput input, int chapter) {}
