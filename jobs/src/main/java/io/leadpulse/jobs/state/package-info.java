/**
 * How state is laid out in savepoints. The names of these classes are written into every savepoint,
 * so they are frozen; a layout changes by a new version beside the old ones.
 */
@NullMarked
package io.leadpulse.jobs.state;

import org.jspecify.annotations.NullMarked;
