/** Webhooks of the mail service SendGrid. */
@NullMarked
package io.leadpulse.intake.sendgrid;

import org.jspecify.annotations.NullMarked;
