/** Who a visitor is: which lead the anonymous engagements of a browser belong to. */
@NullMarked
package io.leadpulse.engine.identity;

import org.jspecify.annotations.NullMarked;
