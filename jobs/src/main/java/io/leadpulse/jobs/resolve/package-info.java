/**
 * Replays only: whose each lead's id is, known before the first event. In live time leads are moved
 * instead.
 */
@NullMarked
package io.leadpulse.jobs.resolve;

import org.jspecify.annotations.NullMarked;
