package io.leadpulse.intake.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.intake.source.Chunk;
import io.leadpulse.intake.source.Outlet;
import io.leadpulse.intake.source.Refused;
import io.leadpulse.schemas.WebinarEngagement;

/**
 * The rows of one webhook or report.
 *
 * @param chunk that it stands in; what a refused row of a report keeps of it is the whole report
 */
record Rows(Outlet<WebinarEngagement> outlet, Chunk chunk) {

  /** Makes rows of one item of a report. */
  @FunctionalInterface
  interface ItemReader {
    void read(JsonNode item) throws Refused;
  }

  void send(WebinarEngagement engagement) {
    outlet.send(engagement.getLeadId(), engagement);
  }

  /** Reads each item of a list; one that is refused keeps no other from being read. */
  void each(JsonNode items, ItemReader reader) {
    for (JsonNode item : items) {
      try {
        reader.read(item);
      } catch (Refused e) {
        outlet.reject(chunk, e.fault(), e.reason());
      }
    }
  }
}
