/** What every command shares in how it speaks: errors, exit codes, output. Knows no command. */
@NullMarked
package io.leadpulse.cli.terminal;

import org.jspecify.annotations.NullMarked;
