/** What a deployment decides about the job, read from one YAML file. */
@NullMarked
package io.leadpulse.jobs.config;

import org.jspecify.annotations.NullMarked;
