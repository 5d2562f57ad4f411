/**
 * What the proofs share: a cluster with one job, its inputs read back, and a cold replay of them.
 */
@NullMarked
package io.leadpulse.chaos.stage;

import org.jspecify.annotations.NullMarked;
