package io.leadpulse.jobs.codec;

import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.registry.RecordFormat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads accesses to the web site. */
final class WebReader extends EngagementReader<WebAccess> {

  WebReader(RecordFormat format) {
    super(Topics.WEB_ACCESS, format);
  }

  @Override
  @Nullable EventKind kind(WebAccess value) {
    return InputEnums.kind(value.getKind());
  }

  @Override
  String eventId(WebAccess value) {
    return value.getEventId();
  }

  @Override
  Instant occurredAt(WebAccess value) {
    return value.getOccurredAt();
  }

  @Override
  @Nullable String leadId(WebAccess value) {
    return value.getLeadId();
  }

  @Override
  @Nullable String visitorId(WebAccess value) {
    return value.getVisitorId();
  }

  @Override
  void fill(WebAccess value, EngagementBuilder to) {
    to.path(value.getPath())
        .form(value.getFormId())
        .asset(value.getAssetId())
        .title(firstOf(value.getTitle(), value.getAssetTitle()))
        .topic(value.getTopic())
        .campaign(value.getCampaign())
        .session(value.getSessionId())
        .searchTerms(value.getSearchTerms())
        .method(value.getMethod())
        .status(value.getStatus())
        .dwellSeconds(value.getDwellSeconds())
        .scrollPercent(value.getScrollPercent())
        .ownStaff(value.getOwnStaff());
  }
}
