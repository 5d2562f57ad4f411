package io.leadpulse.intake.sendgrid;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.intake.lead.LeadIds;
import io.leadpulse.intake.source.EventTime;
import io.leadpulse.intake.source.Refused;
import io.leadpulse.intake.source.Texts;
import io.leadpulse.intake.source.Urls;
import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.EmailEngagementKind;
import java.time.Instant;

/** Makes an engagement of an event that SendGrid posted. */
final class EventReader {
  private static final int EVENT_ID_LIMIT = 200;

  private final LeadIds ids;

  EventReader(LeadIds ids) {
    this.ids = ids;
  }

  EmailEngagement read(JsonNode event) throws Refused {
    String address = Texts.of(event, "email");
    String type = Texts.of(event, "event");
    if (address.isEmpty() || type.isEmpty()) {
      String field = address.isEmpty() ? "email" : "event";
      throw Refused.unreadable(OtherService.of(event) + field + ": missing");
    }
    Happening happening = Happening.of(type, event);
    long occurredAt = EventTime.required(event, "timestamp");
    String leadId = ids.lead(address);
    return engagement(event, happening, leadId, occurredAt);
  }

  private EmailEngagement engagement(
      JsonNode event, Happening happening, String leadId, long occurredAt) {
    boolean byReader = happening.isByReader();
    boolean isClick = happening.kind() == EmailEngagementKind.CLICK;
    return EmailEngagement.newBuilder()
        .setEventId(eventId(event, happening, leadId, occurredAt))
        .setOccurredAt(Instant.ofEpochMilli(occurredAt))
        .setLeadId(leadId)
        .setKind(happening.kind())
        .setMessageId(messageId(event))
        .setLinkUrl(isClick ? Urls.link(Texts.of(event, "url")) : "")
        .setLinkId(isClick ? linkId(event.path("url_offset")) : "")
        .setTopic(category(event.path("category")))
        .setCampaign(Texts.firstOf(event, "singlesend_name", "marketing_campaign_name"))
        .setBounceType(happening.bounceType())
        .setMachineOpen(
            happening.kind() == EmailEngagementKind.OPEN
                && event.path("sg_machine_open").asBoolean())
        .setUserAgent(byReader ? Texts.of(event, "useragent") : "")
        // Of all others it is the address of SendGrid's own server.
        .setIp(byReader ? Texts.of(event, "ip") : "")
        .build();
  }

  /** SendGrid's own; of events from before it had one, a hash of what tells them apart. */
  private String eventId(JsonNode event, Happening happening, String leadId, long occurredAt) {
    String given = Texts.of(event, "sg_event_id");
    return !given.isEmpty() && given.length() <= EVENT_ID_LIMIT
        ? given
        : ids.event(
            "mail",
            leadId,
            happening.kind().name(),
            Long.toString(occurredAt),
            messageId(event),
            Texts.of(event, "url"),
            linkId(event.path("url_offset")),
            given);
  }

  private static String messageId(JsonNode event) {
    String id = Texts.firstOf(event, "sg_message_id", "smtp-id");
    return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
  }

  /** The part of the mail and the link's place in it, such as {@code html-3}. */
  private static String linkId(JsonNode offset) {
    String index = Texts.of(offset, "index");
    return index.isEmpty() ? "" : Texts.of(offset, "type") + "-" + index;
  }

  /** A text or a list of them. */
  private static String category(JsonNode category) {
    return Texts.of(category.isArray() ? category.path(0) : category);
  }
}
