/** A list of checks of a running installation; each finding comes with its fix. */
@NullMarked
package io.leadpulse.cli.doctor;

import org.jspecify.annotations.NullMarked;
