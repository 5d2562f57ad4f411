@NullMarked
package io.leadpulse.engine.yaml;

import org.jspecify.annotations.NullMarked;
