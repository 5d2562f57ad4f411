package io.leadpulse.intake.weblog;

import io.leadpulse.intake.lead.LeadFrom;
import io.leadpulse.intake.lead.LeadIds;
import io.leadpulse.intake.row.Intake;
import io.leadpulse.intake.row.Row;
import io.leadpulse.intake.source.Chunk;
import io.leadpulse.intake.source.LineReader;
import io.leadpulse.intake.source.Outlet;
import io.leadpulse.intake.source.Refused;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * The combined log format of Apache and nginx. Every line with a request becomes an event; what a
 * browser fetches by itself, errors and other methods are {@code RESOURCE}, which scores nothing.
 */
public final class CombinedLog implements Intake {
  private final Chunk chunk = new Chunk(LineReader.LINE_LIMIT);
  private final AccessReader accesses;

  public CombinedLog(LeadIds ids, LeadFrom leadFrom) {
    accesses = new AccessReader(ids, leadFrom);
  }

  @Override
  public Subject<WebAccess> topic() {
    return Topics.WEB_ACCESS;
  }

  @Override
  public void read(String name, InputStream in, Consumer<? super Row> rows) throws IOException {
    Outlet<WebAccess> outlet = new Outlet<>(topic(), rows);
    LineReader lines = new LineReader(in);
    while (lines.next(chunk)) {
      try {
        WebAccess access = accesses.read(chunk);
        String leadId = access.getLeadId();
        outlet.send(leadId == null ? access.getVisitorId() : leadId, access);
      } catch (Refused e) {
        outlet.reject(chunk, e.fault(), e.reason());
      }
    }
  }

  @Override
  public void finish(Consumer<? super Row> rows) {}
}
