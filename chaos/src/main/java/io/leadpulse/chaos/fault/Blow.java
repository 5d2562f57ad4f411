package io.leadpulse.chaos.fault;

import io.leadpulse.chaos.cluster.ManagedProcess;

/**
 * A fault that was carried out.
 *
 * @param victim that died or stood still
 * @param manner what was really done: a point counts only if the process was seen to die there
 * @param atMillis when, epoch milliseconds
 */
public record Blow(ManagedProcess victim, Target target, String manner, long atMillis) {}
