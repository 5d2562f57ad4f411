/** What operators share that publish rows. */
@NullMarked
package io.leadpulse.jobs.publish;

import org.jspecify.annotations.NullMarked;
