/** Jobs on a Flink cluster that runs elsewhere, through its REST API. */
@NullMarked
package io.leadpulse.cli.remote;

import org.jspecify.annotations.NullMarked;
