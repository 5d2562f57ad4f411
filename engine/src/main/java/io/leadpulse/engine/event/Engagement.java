package io.leadpulse.engine.event;

import java.util.Map;

/**
 * One thing a lead did, as much of it as scoring reads. Texts are empty and numbers zero where the
 * source said nothing.
 *
 * @param kind what was done
 * @param leadId whose engagement this is; opaque
 * @param eventId the source's id; copies of one event share it within {@link #channel()}
 * @param occurredAt when it was done, epoch milliseconds
 * @param recordedAt when Kafka appended the record, epoch milliseconds
 * @param path web path without query
 * @param form id of a submitted form
 * @param asset id of a downloaded or requested document
 * @param title of the page, document, mail, webinar or live event
 * @param topic of interest that the source states
 * @param campaign that brought the lead here
 * @param link a mail's link, without query
 * @param message id of the mail
 * @param webinar id of the webinar
 * @param session id of the web session
 * @param searchTerms what was searched for on the site
 * @param method HTTP method
 * @param status HTTP status, 0 if unknown
 * @param minutes attended or watched
 * @param scheduledMinutes length of the webinar
 * @param dwellSeconds time on the page
 * @param scrollPercent furthest scroll position, 0 to 100
 * @param outcome of a call
 * @param answers question code to answer code of a poll or survey
 * @param machineOpen the mail service says that a machine opened
 * @param botClick the mail service says that a machine clicked
 * @param ownStaff the source knows the visitor as one of our own
 * @param agent user agent; with {@code ip} for the judgement of machines only, never published
 * @param ip address of the client, IPv4 or IPv6 text
 */
public record Engagement(
    EventKind kind,
    String leadId,
    String eventId,
    long occurredAt,
    long recordedAt,
    String path,
    String form,
    String asset,
    String title,
    String topic,
    String campaign,
    String link,
    String message,
    String webinar,
    String session,
    String searchTerms,
    String method,
    int status,
    int minutes,
    int scheduledMinutes,
    int dwellSeconds,
    int scrollPercent,
    String outcome,
    Map<String, String> answers,
    boolean machineOpen,
    boolean botClick,
    boolean ownStaff,
    String agent,
    String ip) {

  public Channel channel() {
    return kind.channel();
  }

  /** A builder whose every optional field is empty. */
  public static EngagementBuilder of(EventKind kind, String leadId, String eventId) {
    return new EngagementBuilder(kind, leadId, eventId);
  }
}
