/**
 * What is right, from the records that were sent and the model alone: hour by hour, over plain
 * lists, without the job's state machine.
 */
@NullMarked
package io.leadpulse.chaos.oracle;

import org.jspecify.annotations.NullMarked;
