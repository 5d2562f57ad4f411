package io.leadpulse.schemas.wire;

import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import java.time.Instant;

/** A page view, and its bytes. */
final class Events {
  /** Bytes before the body. */
  static final int HEADER = 10;

  private Events() {}

  static WebAccess pageView(String eventId) {
    return WebAccess.newBuilder()
        .setEventId(eventId)
        .setOccurredAt(Instant.parse("2026-04-01T09:00:00Z"))
        .setLeadId("lead-1")
        .setKind(WebAccessKind.PAGE_VIEW)
        .setPath("/pricing/")
        .setTitle("料金ページ")
        .build();
  }

  static byte[] bytes(WebAccess event) {
    return new RecordEncoder<>(Topics.WEB_ACCESS).encode(event);
  }
}
