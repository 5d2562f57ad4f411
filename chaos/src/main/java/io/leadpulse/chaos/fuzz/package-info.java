/** Records that nobody would send, among good ones: only what cannot be read is refused. */
@NullMarked
package io.leadpulse.chaos.fuzz;

import org.jspecify.annotations.NullMarked;
