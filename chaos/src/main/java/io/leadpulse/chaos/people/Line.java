package io.leadpulse.chaos.people;

import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.EmailEngagementKind;
import io.leadpulse.schemas.IdentityChangeKind;
import io.leadpulse.schemas.SalesActivityKind;

/** One record of a story. Copies of an event are equal; a text without meaning is empty. */
public sealed interface Line {
  SourceTopic topic();

  /** Whom it is about; empty for a visitor of whom that is not known. */
  String leadId();

  /** Of the record: a lead's id, or a visitor's whose lead it does not name. */
  default String key() {
    return leadId();
  }

  /** Of what it tells; copies share it. */
  String eventId();

  When when();

  /** What a browser is asked for. */
  enum Page {
    OTHER,
    PRICE,
    DOCUMENT_REQUEST,
    CONTACT,
    /** Where a mail's link leads; not read. */
    LANDING,
    /** The same, read by a person. */
    READ_LANDING,
    /** By one of our own, as the sender knows. */
    OWN_STAFF
  }

  /**
   * Something done on the web site.
   *
   * @param subject which page or document
   */
  record Visit(
      String eventId, When when, String leadId, String visitorId, Page page, String subject)
      implements Line {
    @Override
    public SourceTopic topic() {
      return SourceTopic.WEB_ACCESS;
    }

    @Override
    public String key() {
      return leadId.isEmpty() ? visitorId : leadId;
    }

    boolean isAnonymous() {
      return leadId.isEmpty();
    }
  }

  /**
   * Something that happened to a mail.
   *
   * @param link which of the message's; empty unless a click
   */
  record Mail(
      String eventId,
      When when,
      String leadId,
      EmailEngagementKind kind,
      String message,
      String link)
      implements Line {
    @Override
    public SourceTopic topic() {
      return SourceTopic.EMAIL_ENGAGEMENT;
    }
  }

  /** A webinar attended. */
  record Attendance(String eventId, When when, String leadId, String webinar) implements Line {
    @Override
    public SourceTopic topic() {
      return SourceTopic.WEBINAR_ENGAGEMENT;
    }
  }

  /** A report of sales. */
  record Sale(String eventId, When when, String leadId, SalesActivityKind kind) implements Line {
    @Override
    public SourceTopic topic() {
      return SourceTopic.SALES_ACTIVITY;
    }
  }

  /**
   * What is known of a lead from then on.
   *
   * @param owner of sales, in charge of it; empty for nobody
   * @param team the same
   */
  record Portrait(String eventId, When when, String leadId, String role, String owner, String team)
      implements Line {
    @Override
    public SourceTopic topic() {
      return SourceTopic.LEAD_PROFILE;
    }
  }

  /**
   * What became known of who somebody is.
   *
   * @param otherId of a link the visitor, of a merge the lead that it goes into; else empty
   */
  record Change(String eventId, When when, IdentityChangeKind kind, String leadId, String otherId)
      implements Line {
    @Override
    public SourceTopic topic() {
      return SourceTopic.IDENTITY;
    }

    @Override
    public String key() {
      return kind == IdentityChangeKind.LINK ? otherId : leadId;
    }
  }
}
