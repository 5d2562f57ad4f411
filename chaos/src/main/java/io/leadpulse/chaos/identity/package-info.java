/**
 * Holds the job to exactly once while leads are merged, split and erased and clicks are taken back,
 * on processes that are killed.
 */
@NullMarked
package io.leadpulse.chaos.identity;

import org.jspecify.annotations.NullMarked;
