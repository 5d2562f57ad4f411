@NullMarked
package io.leadpulse.engine.hygiene;

import org.jspecify.annotations.NullMarked;
