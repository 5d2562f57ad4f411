@NullMarked
package io.leadpulse.engine.conformance;

import org.jspecify.annotations.NullMarked;
