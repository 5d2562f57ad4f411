/** Handing hot leads to sales: who waits, who is next, and how many a team takes. */
@NullMarked
package io.leadpulse.engine.handoff;

import org.jspecify.annotations.NullMarked;
