/** A small property tester: seeded cases, shrinking, and a seed that reproduces a failure. */
@NullMarked
package io.leadpulse.engine.property;

import org.jspecify.annotations.NullMarked;
