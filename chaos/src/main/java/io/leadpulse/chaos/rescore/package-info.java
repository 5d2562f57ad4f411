/** Releases of the model while the job runs: every lead meets them, and sales hears of none. */
@NullMarked
package io.leadpulse.chaos.rescore;

import org.jspecify.annotations.NullMarked;
