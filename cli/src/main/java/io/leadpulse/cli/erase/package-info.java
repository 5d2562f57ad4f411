/** Has a lead forgotten, and shows what is left of it and until when. */
@NullMarked
package io.leadpulse.cli.erase;

import org.jspecify.annotations.NullMarked;
