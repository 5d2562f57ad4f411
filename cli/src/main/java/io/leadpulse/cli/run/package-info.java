/** Starts and ends the job: with a broker of its own, or against a Kafka that is given. */
@NullMarked
package io.leadpulse.cli.run;

import org.jspecify.annotations.NullMarked;
