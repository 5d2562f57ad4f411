package io.leadpulse.intake.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.intake.lead.LeadIds;
import io.leadpulse.intake.source.Refused;
import io.leadpulse.intake.source.Texts;
import io.leadpulse.schemas.WebinarEngagement;
import io.leadpulse.schemas.WebinarEngagementKind;
import java.time.Instant;

/** Makes engagements of what Zoom says of a person and a webinar. */
final class Engagements {
  private final LeadIds ids;

  Engagements(LeadIds ids) {
    this.ids = ids;
  }

  /**
   * The person that an object tells of: by mail address, else by an id of Zoom's.
   *
   * @param idFields that may have that id
   */
  Person person(JsonNode object, String... idFields) throws Refused {
    String address = Texts.firstOf(object, "email", "user_email");
    String id = address.isEmpty() ? Texts.firstOf(object, idFields) : "";
    if (address.isEmpty() && id.isEmpty()) {
      throw Refused.unreadable("email: missing, and no id of a registrant");
    }
    String leadId = address.isEmpty() ? ids.exactLead(id) : ids.lead(address);
    return new Person(leadId, object.path("internal_user").asBoolean());
  }

  /**
   * Begins an engagement with all that every kind has.
   *
   * @param occurredAt milliseconds
   * @param identity with kind, webinar and person, what makes it the same one when told again
   */
  WebinarEngagement.Builder begin(
      WebinarEngagementKind kind,
      Webinar webinar,
      Person person,
      long occurredAt,
      String identity) {
    return WebinarEngagement.newBuilder()
        .setEventId(ids.event(kind.name(), webinar.id(), person.leadId(), identity))
        .setOccurredAt(Instant.ofEpochMilli(occurredAt))
        .setLeadId(person.leadId())
        .setKind(kind)
        .setWebinarId(webinar.id())
        .setTitle(webinar.title())
        .setScheduledMinutes(webinar.scheduledMinutes())
        .setOwnStaff(person.ownStaff());
  }
}
