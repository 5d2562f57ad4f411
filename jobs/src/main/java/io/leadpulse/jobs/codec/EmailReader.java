package io.leadpulse.jobs.codec;

import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what happened to mails. */
final class EmailReader extends EngagementReader<EmailEngagement> {

  EmailReader(RecordFormat format) {
    super(Topics.EMAIL_ENGAGEMENT, format);
  }

  @Override
  @Nullable EventKind kind(EmailEngagement value) {
    return InputEnums.kind(value.getKind());
  }

  @Override
  String eventId(EmailEngagement value) {
    return value.getEventId();
  }

  @Override
  Instant occurredAt(EmailEngagement value) {
    return value.getOccurredAt();
  }

  @Override
  @Nullable String leadId(EmailEngagement value) {
    return value.getLeadId();
  }

  @Override
  @Nullable String visitorId(EmailEngagement value) {
    return value.getVisitorId();
  }

  @Override
  void fill(EmailEngagement value, EngagementBuilder to) {
    to.message(value.getMessageId())
        .title(value.getSubject())
        .link(firstOf(value.getLinkUrl(), value.getLinkId()))
        .topic(value.getTopic())
        .campaign(value.getCampaign())
        .machineOpen(value.getMachineOpen())
        .botClick(value.getBotClick())
        .ownStaff(value.getOwnStaff());
  }
}
