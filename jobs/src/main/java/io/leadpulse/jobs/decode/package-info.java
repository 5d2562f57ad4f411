/** From raw records to what the lead's operator takes; whatever is unusable leaves here. */
@NullMarked
package io.leadpulse.jobs.decode;

import org.jspecify.annotations.NullMarked;
