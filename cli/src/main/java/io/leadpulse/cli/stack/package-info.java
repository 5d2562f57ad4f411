/** A stack on this machine: real Kafka broker, Flink, the job; and how commands find one. */
@NullMarked
package io.leadpulse.cli.stack;

import org.jspecify.annotations.NullMarked;
