@NullMarked
package io.leadpulse.engine.event;

import org.jspecify.annotations.NullMarked;
