/** Business time: which days and hours somebody works, and what is due when. */
@NullMarked
package io.leadpulse.engine.calendar;

import org.jspecify.annotations.NullMarked;
