/** Who a row is about, as an opaque id: keyed hashes of addresses and names. */
@NullMarked
package io.leadpulse.intake.lead;

import org.jspecify.annotations.NullMarked;
