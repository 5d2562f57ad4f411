/** Tells a person's acts from a machine's: one event by itself, and several by each other. */
@NullMarked
package io.leadpulse.engine.hygiene;

import org.jspecify.annotations.NullMarked;
