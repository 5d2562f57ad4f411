@NullMarked
package io.leadpulse.engine.expression;

import org.jspecify.annotations.NullMarked;
