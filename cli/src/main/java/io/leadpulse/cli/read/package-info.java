/** Shows people and programs what a stack has to say: scores, alerts, and why a lead is hot. */
@NullMarked
package io.leadpulse.cli.read;

import org.jspecify.annotations.NullMarked;
