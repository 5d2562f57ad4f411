/** Webhooks and reports of Zoom's webinars. */
@NullMarked
package io.leadpulse.intake.zoom;

import org.jspecify.annotations.NullMarked;
