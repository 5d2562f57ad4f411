/** What is measured: the job, and what a user might have built instead. */
@NullMarked
package io.leadpulse.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
