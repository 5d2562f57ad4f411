/** The contracts in a schema registry. */
@NullMarked
package io.leadpulse.cli.schemas;

import org.jspecify.annotations.NullMarked;
