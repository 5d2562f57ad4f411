/** One peer measured once; runs in a process of its own. */
@NullMarked
package io.leadpulse.benchmarks.block;

import org.jspecify.annotations.NullMarked;
