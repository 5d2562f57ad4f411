@NullMarked
package io.leadpulse.engine.profile;

import org.jspecify.annotations.NullMarked;
