package io.leadpulse.intake.sendgrid;

import io.leadpulse.intake.lead.LeadIds;
import io.leadpulse.intake.row.Intake;
import io.leadpulse.intake.row.Row;
import io.leadpulse.intake.source.JsonRows;
import io.leadpulse.intake.source.Outlet;
import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** The event webhook of SendGrid. Each of its events is a row. */
public final class Sendgrid implements Intake {
  private final EventReader events;

  public Sendgrid(LeadIds ids) {
    events = new EventReader(ids);
  }

  @Override
  public Subject<EmailEngagement> topic() {
    return Topics.EMAIL_ENGAGEMENT;
  }

  @Override
  public void read(String name, InputStream in, Consumer<? super Row> rows) throws IOException {
    Outlet<EmailEngagement> outlet = new Outlet<>(topic(), rows);
    JsonRows.Reader reader =
        (object, chunk) -> {
          EmailEngagement event = events.read(object);
          outlet.send(event.getLeadId(), event);
        };
    new JsonRows(outlet, reader).readAll(in);
  }

  @Override
  public void finish(Consumer<? super Row> rows) {}
}
