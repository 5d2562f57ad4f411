/** Checks this engine's arithmetic against vectors that another implementation computed. */
@NullMarked
package io.leadpulse.cli.conformance;

import org.jspecify.annotations.NullMarked;
