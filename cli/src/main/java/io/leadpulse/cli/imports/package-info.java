/** Real material into the input topics: the {@code import} command. */
@NullMarked
package io.leadpulse.cli.imports;

import org.jspecify.annotations.NullMarked;
