/** What everybody shares who writes bytes. */
@NullMarked
package io.leadpulse.schemas.bytes;

import org.jspecify.annotations.NullMarked;
