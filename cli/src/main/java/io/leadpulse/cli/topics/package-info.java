/** Topics as code: the plan in the file held against what a Kafka has. */
@NullMarked
package io.leadpulse.cli.topics;

import org.jspecify.annotations.NullMarked;
