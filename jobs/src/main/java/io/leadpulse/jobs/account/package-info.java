/** The operator that scores accounts. */
@NullMarked
package io.leadpulse.jobs.account;

import org.jspecify.annotations.NullMarked;
