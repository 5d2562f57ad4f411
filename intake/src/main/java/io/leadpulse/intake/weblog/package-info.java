/** Access logs of web servers. */
@NullMarked
package io.leadpulse.intake.weblog;

import org.jspecify.annotations.NullMarked;
