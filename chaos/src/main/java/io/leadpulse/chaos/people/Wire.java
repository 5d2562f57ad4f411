package io.leadpulse.chaos.people;

import io.leadpulse.chaos.people.Line.Attendance;
import io.leadpulse.chaos.people.Line.Change;
import io.leadpulse.chaos.people.Line.Mail;
import io.leadpulse.chaos.people.Line.Portrait;
import io.leadpulse.chaos.people.Line.Sale;
import io.leadpulse.chaos.people.Line.Visit;
import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.EmailEngagementKind;
import io.leadpulse.schemas.IdentityChange;
import io.leadpulse.schemas.IdentityChangeKind;
import io.leadpulse.schemas.LeadProfile;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.WebinarEngagement;
import io.leadpulse.schemas.WebinarEngagementKind;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Makes records of lines as their contracts say, at the time at which they are sent. */
public final class Wire {
  private static final String CHAPTER = "chapter";
  private static final int READ_SECONDS = 30;
  private static final int READ_PERCENT = 80;

  private final String topicPrefix;
  private final RecordEncoder<WebAccess> visits = new RecordEncoder<>(Topics.WEB_ACCESS);
  private final RecordEncoder<EmailEngagement> mails = new RecordEncoder<>(Topics.EMAIL_ENGAGEMENT);
  private final RecordEncoder<WebinarEngagement> attendances =
      new RecordEncoder<>(Topics.WEBINAR_ENGAGEMENT);
  private final RecordEncoder<SalesActivity> sales = new RecordEncoder<>(Topics.SALES_ACTIVITY);
  private final RecordEncoder<LeadProfile> portraits = new RecordEncoder<>(Topics.LEAD_PROFILE);
  private final RecordEncoder<IdentityChange> changes = new RecordEncoder<>(Topics.IDENTITY);

  /** So few that each has many leads, which change it with each portrait. */
  private static final int ACCOUNTS = 15;

  /** When each event happened, epoch milliseconds. */
  private final Map<String, Long> times = new HashMap<>();

  public Wire(String topicPrefix) {
    this.topicPrefix = topicPrefix;
  }

  /**
   * The record of a line; a copy of an earlier one says the same.
   *
   * @param chapter of the story, told in a header
   * @param now when the line is sent, epoch milliseconds
   */
  public ProducerRecord<byte[], byte[]> of(Line line, int chapter, long now) {
    Long known = times.get(line.eventId());
    When when = line.when();
    long at = known == null ? times.getOrDefault(when.after(), now) + when.millis() : known;
    times.put(line.eventId(), at);
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(
            line.topic().topic(topicPrefix),
            bytes(line.key()),
            value(line, Instant.ofEpochMilli(at)));
    message.headers().add(CHAPTER, bytes(Integer.toString(chapter)));
    return message;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The chapter that a record was sent in.
   *
   * @throws IllegalArgumentException if its headers do not say
   */
  public static int chapter(Headers headers) {
    Header header = headers.lastHeader(CHAPTER);
    if (header == null) {
      throw new IllegalArgumentException("a record of no chapter");
    }
    return Integer.parseInt(new String(header.value(), StandardCharsets.UTF_8));
  }

  private byte[] value(Line line, Instant at) {
    if (line instanceof Visit visit) {
      return visits.encode(of(visit, at));
    } else if (line instanceof Mail mail) {
      return mails.encode(of(mail, at));
    } else if (line instanceof Attendance attendance) {
      return attendances.encode(of(attendance, at));
    } else if (line instanceof Sale sale) {
      return sales.encode(of(sale, at));
    } else if (line instanceof Portrait portrait) {
      return portraits.encode(of(portrait, at));
    }
    return changes.encode(of((Change) line, at));
  }

  private static WebAccess of(Visit visit, Instant at) {
    WebAccess.Builder access =
        WebAccess.newBuilder()
            .setEventId(visit.eventId())
            .setOccurredAt(at)
            .setLeadId(orNull(visit.leadId()))
            .setVisitorId(orNull(visit.visitorId()))
            .setKind(WebAccessKind.PAGE_VIEW);
    switch (visit.page()) {
      case OTHER -> access.setPath("/blog/" + visit.subject());
      case PRICE -> access.setPath("/pricing/" + visit.subject());
      case DOCUMENT_REQUEST ->
          access
              .setKind(WebAccessKind.FORM_SUBMIT)
              .setFormId("document-request")
              .setAssetId("document-" + visit.subject());
      case CONTACT -> access.setKind(WebAccessKind.FORM_SUBMIT).setFormId("contact");
      case LANDING -> access.setPath(landing(visit.subject()));
      case READ_LANDING ->
          access
              .setPath(landing(visit.subject()))
              .setDwellSeconds(READ_SECONDS)
              .setScrollPercent(READ_PERCENT);
      case OWN_STAFF -> access.setPath("/blog/" + visit.subject()).setOwnStaff(true);
    }
    return access.build();
  }

  /** Where a link leads: the page is known for the click's by its path. */
  private static String landing(String link) {
    return "/mail/" + link;
  }

  private static EmailEngagement of(Mail mail, Instant at) {
    boolean click = mail.kind() == EmailEngagementKind.CLICK;
    String link = "https://example.com" + landing(mail.message() + "/" + mail.link());
    return EmailEngagement.newBuilder()
        .setEventId(mail.eventId())
        .setOccurredAt(at)
        .setLeadId(mail.leadId())
        .setKind(mail.kind())
        .setMessageId(mail.message())
        .setLinkUrl(click ? link : "")
        .build();
  }

  private static WebinarEngagement of(Attendance attendance, Instant at) {
    return WebinarEngagement.newBuilder()
        .setEventId(attendance.eventId())
        .setOccurredAt(at)
        .setLeadId(attendance.leadId())
        .setKind(WebinarEngagementKind.ATTENDED)
        .setWebinarId(attendance.webinar())
        .build();
  }

  private static SalesActivity of(Sale sale, Instant at) {
    return SalesActivity.newBuilder()
        .setEventId(sale.eventId())
        .setOccurredAt(at)
        .setLeadId(sale.leadId())
        .setKind(sale.kind())
        .build();
  }

  private static LeadProfile of(Portrait portrait, Instant at) {
    return LeadProfile.newBuilder()
        .setLeadId(portrait.leadId())
        .setAccountId("acct-" + Math.floorMod(portrait.eventId().hashCode(), ACCOUNTS))
        .setUpdatedAt(at)
        .setRole(portrait.role())
        .setOwner(portrait.owner())
        .setTeam(portrait.team())
        .build();
  }

  private static IdentityChange of(Change change, Instant at) {
    IdentityChange.Builder told =
        IdentityChange.newBuilder()
            .setEventId(change.eventId())
            .setOccurredAt(at)
            .setKind(change.kind())
            .setLeadId(change.leadId());
    if (change.kind() == IdentityChangeKind.LINK) {
      told.setVisitorId(change.otherId());
    } else if (change.kind() == IdentityChangeKind.MERGE) {
      told.setIntoLeadId(change.otherId());
    }
    return told.build();
  }

  private static @Nullable String orNull(String id) {
    return id.isEmpty() ? null : id;
  }
}
