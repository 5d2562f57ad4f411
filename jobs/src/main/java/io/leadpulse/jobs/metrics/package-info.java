/** Counts for people that survive restarts. */
@NullMarked
package io.leadpulse.jobs.metrics;

import org.jspecify.annotations.NullMarked;
