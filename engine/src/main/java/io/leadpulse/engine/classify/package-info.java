@NullMarked
package io.leadpulse.engine.classify;

import org.jspecify.annotations.NullMarked;
