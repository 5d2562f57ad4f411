/** The whole product on one machine, with simulated leads, to look at. */
@NullMarked
package io.leadpulse.cli.demo;

import org.jspecify.annotations.NullMarked;
