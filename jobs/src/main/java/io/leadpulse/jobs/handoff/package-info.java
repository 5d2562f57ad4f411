/** Hands hot leads over to sales: by lead to a team, and by team until the end. */
@NullMarked
package io.leadpulse.jobs.handoff;

import org.jspecify.annotations.NullMarked;
