package io.leadpulse.chaos.fuzz;

import io.leadpulse.jobs.record.SourceTopic;

/**
 * A record before anything is done to it.
 *
 * @param lead whose it is, a number from 0; decides the partition
 */
record Specimen(SourceTopic source, int lead, String leadId, byte[] bytes) {}
