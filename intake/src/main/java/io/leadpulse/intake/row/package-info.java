/** What a source is read into: events to send and rows that were refused. */
@NullMarked
package io.leadpulse.intake.row;

import org.jspecify.annotations.NullMarked;
