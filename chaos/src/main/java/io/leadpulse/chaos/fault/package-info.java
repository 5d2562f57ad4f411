/** What is done to a cluster and when: planned from a seed, then carried out. */
@NullMarked
package io.leadpulse.chaos.fault;

import org.jspecify.annotations.NullMarked;
