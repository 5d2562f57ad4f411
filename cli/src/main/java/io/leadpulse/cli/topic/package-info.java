/** Reads topics to their ends and beyond, as values of their contracts. Knows no command. */
@NullMarked
package io.leadpulse.cli.topic;

import org.jspecify.annotations.NullMarked;
