/** What flows between the job's operators, and how it is serialised. */
@NullMarked
package io.leadpulse.jobs.record;

import org.jspecify.annotations.NullMarked;
