package io.leadpulse.jobs.codec;

import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebinarEngagement;
import io.leadpulse.schemas.registry.RecordFormat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what leads did about webinars. */
final class WebinarReader extends EngagementReader<WebinarEngagement> {

  WebinarReader(RecordFormat format) {
    super(Topics.WEBINAR_ENGAGEMENT, format);
  }

  @Override
  @Nullable EventKind kind(WebinarEngagement value) {
    return InputEnums.kind(value.getKind());
  }

  @Override
  String eventId(WebinarEngagement value) {
    return value.getEventId();
  }

  @Override
  Instant occurredAt(WebinarEngagement value) {
    return value.getOccurredAt();
  }

  @Override
  @Nullable String leadId(WebinarEngagement value) {
    return value.getLeadId();
  }

  @Override
  @Nullable String visitorId(WebinarEngagement value) {
    return value.getVisitorId();
  }

  @Override
  void fill(WebinarEngagement value, EngagementBuilder to) {
    to.webinar(value.getWebinarId())
        .title(value.getTitle())
        .minutes(value.getMinutes())
        .scheduledMinutes(value.getScheduledMinutes())
        .answers(value.getAnswers())
        .topic(value.getTopic())
        .campaign(value.getCampaign())
        .ownStaff(value.getOwnStaff());
  }
}
