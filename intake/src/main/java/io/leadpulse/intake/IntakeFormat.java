package io.leadpulse.intake;

import io.leadpulse.intake.lead.LeadFrom;
import io.leadpulse.intake.lead.LeadIds;
import io.leadpulse.intake.row.Intake;
import io.leadpulse.intake.sendgrid.Sendgrid;
import io.leadpulse.intake.weblog.CombinedLog;
import io.leadpulse.intake.zoom.ZoomWebinar;
import java.util.Locale;

/** The formats of real sources. */
public enum IntakeFormat {
  /** Access logs of Apache and nginx. */
  COMBINED_LOG,
  /** Event webhooks of the mail service SendGrid. */
  SENDGRID,
  /** Webhooks and reports of Zoom's webinars. */
  ZOOM_WEBINAR;

  /** As on a command line: {@code combined-log}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a field can be chosen that names the lead; the other formats have a mail address. */
  public boolean takesLeadFrom() {
    return this == COMBINED_LOG;
  }

  /**
   * Begins to read sources of this format.
   *
   * @param leadFrom nothing, unless {@link #takesLeadFrom}
   */
  public Intake open(LeadIds ids, LeadFrom leadFrom) {
    return switch (this) {
      case COMBINED_LOG -> new CombinedLog(ids, leadFrom);
      case SENDGRID -> new Sendgrid(ids);
      case ZOOM_WEBINAR -> new ZoomWebinar(ids);
    };
  }
}
