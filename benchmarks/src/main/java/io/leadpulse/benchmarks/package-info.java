/** What Leadpulse costs, measured; no part of the product. */
@NullMarked
package io.leadpulse.benchmarks;

import org.jspecify.annotations.NullMarked;
