@NullMarked
package io.leadpulse.engine.score;

import org.jspecify.annotations.NullMarked;
