/** The job against the same pipeline with scoring removed. */
@NullMarked
package io.leadpulse.benchmarks.baseline;

import org.jspecify.annotations.NullMarked;
