package io.leadpulse.intake.zoom;

import io.leadpulse.intake.lead.LeadIds;
import io.leadpulse.intake.row.Intake;
import io.leadpulse.intake.row.Row;
import io.leadpulse.intake.source.JsonRows;
import io.leadpulse.intake.source.Outlet;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebinarEngagement;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * What Zoom tells of webinars: webhooks, and the reports of its REST API as they were answered.
 *
 * <p>A row is what one webhook tells, or a report of one person. Comings and goings are the
 * exception: all of one person at one webinar, of webhooks and reports together, are one row, given
 * at the end, because only together they say how long he was there.
 */
public final class ZoomWebinar implements Intake {
  private final Attendances attendances;
  private final WebhookReader webhooks;
  private final ReportReader reports;

  public ZoomWebinar(LeadIds ids) {
    Engagements engagements = new Engagements(ids);
    attendances = new Attendances(engagements);
    webhooks = new WebhookReader(engagements, attendances);
    reports = new ReportReader(engagements, attendances);
  }

  @Override
  public Subject<WebinarEngagement> topic() {
    return Topics.WEBINAR_ENGAGEMENT;
  }

  @Override
  public void read(String name, InputStream in, Consumer<? super Row> rows) throws IOException {
    Outlet<WebinarEngagement> outlet = new Outlet<>(topic(), rows);
    JsonRows.Reader reader =
        (object, chunk) -> {
          Rows target = new Rows(outlet, chunk);
          if (object.has("event")) {
            webhooks.read(object, target);
          } else {
            reports.read(object, name, target);
          }
        };
    new JsonRows(outlet, reader).readAll(in);
  }

  @Override
  public void finish(Consumer<? super Row> rows) {
    attendances.flush(new Outlet<>(topic(), rows));
  }
}
