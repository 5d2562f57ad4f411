@NullMarked
package io.leadpulse.engine.lead;

import org.jspecify.annotations.NullMarked;
