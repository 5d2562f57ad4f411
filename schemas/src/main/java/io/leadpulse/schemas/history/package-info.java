/** The schemas that were ever released, so that old records stay readable. */
@NullMarked
package io.leadpulse.schemas.history;

import org.jspecify.annotations.NullMarked;
