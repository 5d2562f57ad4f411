@NullMarked
package io.leadpulse.engine.ledger;

import org.jspecify.annotations.NullMarked;
