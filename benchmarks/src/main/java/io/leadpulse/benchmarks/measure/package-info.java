/** CPU by groups of threads, and what may be said of it. */
@NullMarked
package io.leadpulse.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
