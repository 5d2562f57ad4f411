/** Savepoints of earlier versions, and what they are to hold. */
@NullMarked
package io.leadpulse.jobs.golden;

import org.jspecify.annotations.NullMarked;
