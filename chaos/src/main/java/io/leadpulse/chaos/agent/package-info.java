/**
 * A Java agent for the processes of a fault run. It lets a process kill itself at an exact point of
 * a checkpoint, and can break what the job promises, so that a run is seen to notice. The job's jar
 * stays the one that is deployed.
 */
@NullMarked
package io.leadpulse.chaos.agent;

import org.jspecify.annotations.NullMarked;
