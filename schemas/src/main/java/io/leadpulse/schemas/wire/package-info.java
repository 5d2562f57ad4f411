/** Avro values as bytes and back; the way back trusts nothing it reads. */
@NullMarked
package io.leadpulse.schemas.wire;

import org.jspecify.annotations.NullMarked;
