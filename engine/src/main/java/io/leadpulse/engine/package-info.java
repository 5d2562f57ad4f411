/** What Leadpulse believes about leads, in plain Java. */
@NullMarked
package io.leadpulse.engine;

import org.jspecify.annotations.NullMarked;
