package io.leadpulse.jobs.codec;

import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.schemas.OfflineEngagement;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads contacts away from the web. */
final class OfflineReader extends EngagementReader<OfflineEngagement> {

  OfflineReader(RecordFormat format) {
    super(Topics.OFFLINE_ENGAGEMENT, format);
  }

  @Override
  @Nullable EventKind kind(OfflineEngagement value) {
    return InputEnums.kind(value.getKind());
  }

  @Override
  String eventId(OfflineEngagement value) {
    return value.getEventId();
  }

  @Override
  Instant occurredAt(OfflineEngagement value) {
    return value.getOccurredAt();
  }

  @Override
  @Nullable String leadId(OfflineEngagement value) {
    return value.getLeadId();
  }

  @Override
  @Nullable String visitorId(OfflineEngagement value) {
    return value.getVisitorId();
  }

  @Override
  void fill(OfflineEngagement value, EngagementBuilder to) {
    to.title(value.getEventName())
        .outcome(value.getCallOutcome())
        .topic(value.getTopic())
        .campaign(value.getCampaign())
        .ownStaff(value.getOwnStaff());
  }
}
