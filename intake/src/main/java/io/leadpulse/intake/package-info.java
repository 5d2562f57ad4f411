/** What real sources send, turned into canonical events. */
@NullMarked
package io.leadpulse.intake;

import org.jspecify.annotations.NullMarked;
