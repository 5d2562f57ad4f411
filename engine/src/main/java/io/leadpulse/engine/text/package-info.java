@NullMarked
package io.leadpulse.engine.text;

import org.jspecify.annotations.NullMarked;
