/** The {@code leadpulse} command. */
@NullMarked
package io.leadpulse.cli;

import org.jspecify.annotations.NullMarked;
