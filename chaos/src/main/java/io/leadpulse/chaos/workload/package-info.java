/** What leads do during a fault run: made from a seed, sent at an even pace, known exactly. */
@NullMarked
package io.leadpulse.chaos.workload;

import org.jspecify.annotations.NullMarked;
