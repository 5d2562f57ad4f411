@NullMarked
package io.leadpulse.engine.release;

import org.jspecify.annotations.NullMarked;
