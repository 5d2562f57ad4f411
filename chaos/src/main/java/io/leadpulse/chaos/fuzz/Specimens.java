package io.leadpulse.chaos.fuzz;

import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.EmailEngagementKind;
import io.leadpulse.schemas.IdentityChange;
import io.leadpulse.schemas.IdentityChangeKind;
import io.leadpulse.schemas.LeadProfile;
import io.leadpulse.schemas.OfflineEngagement;
import io.leadpulse.schemas.OfflineEngagementKind;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.WebinarEngagement;
import io.leadpulse.schemas.WebinarEngagementKind;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Makes good records of all topics about leads.
 *
 * <p>Ids of leads are 64 bits of a hash: no few turned bits make one lead another, so each lead's
 * records of a topic stay in one partition.
 */
final class Specimens {
  private static final List<String> PATHS =
      List.of("/pricing/basic", "/product/a", "/cases/1", "/blog/x", "/careers", "/compare/b");
  private static final long MOST_AGE_MILLIS = 20L * 24 * 3_600_000;

  private final RecordEncoder<WebAccess> web = new RecordEncoder<>(Topics.WEB_ACCESS);
  private final RecordEncoder<EmailEngagement> mail = new RecordEncoder<>(Topics.EMAIL_ENGAGEMENT);
  private final RecordEncoder<WebinarEngagement> webinar =
      new RecordEncoder<>(Topics.WEBINAR_ENGAGEMENT);
  private final RecordEncoder<OfflineEngagement> offline =
      new RecordEncoder<>(Topics.OFFLINE_ENGAGEMENT);
  private final RecordEncoder<LeadProfile> profile = new RecordEncoder<>(Topics.LEAD_PROFILE);
  private final RecordEncoder<SalesActivity> sales = new RecordEncoder<>(Topics.SALES_ACTIVITY);

  private final RecordEncoder<IdentityChange> identity = new RecordEncoder<>(Topics.IDENTITY);

  private final long seed;
  private final int leads;
  private final Instant now;

  /**
   * @param leads how many there are
   * @param now before which everything happened
   */
  Specimens(long seed, int leads, Instant now) {
    this.seed = seed;
    this.leads = leads;
    this.now = now;
  }

  /**
   * Makes one; of twelve records six are of the web, one each of the other topics.
   *
   * @param number of the record, of which its id is made
   */
  Specimen make(long number, SplittableRandom random) {
    int topic = random.nextInt(12);
    SourceTopic source =
        topic < SourceTopic.values().length ? SourceTopic.values()[topic] : SourceTopic.WEB_ACCESS;
    return make(source, number, random);
  }

  Specimen make(SourceTopic source, long number, SplittableRandom random) {
    int lead = random.nextInt(leads);
    String leadId = leadId(lead);
    String id = "event-" + number;
    Instant at = now.minusMillis(random.nextLong(MOST_AGE_MILLIS));
    byte[] bytes =
        switch (source) {
          case WEB_ACCESS -> web.encode(access(leadId, id, at, random).build());
          case EMAIL_ENGAGEMENT -> mail(leadId, id, at, random);
          case WEBINAR_ENGAGEMENT -> webinar(leadId, id, at, random);
          case OFFLINE_ENGAGEMENT -> offline(leadId, id, at, random);
          case LEAD_PROFILE -> profile(leadId, at, random);
          case SALES_ACTIVITY -> sales(leadId, id, at, random);
          case IDENTITY -> link(id, at);
        };
    return new Specimen(source, lead, leadId, bytes);
  }

  /** A record of the web that is well-formed and should mostly be refused all the same. */
  Specimen bad(long number, SplittableRandom random) {
    int lead = random.nextInt(leads);
    String leadId = leadId(lead);
    Instant at = now.minusMillis(random.nextLong(MOST_AGE_MILLIS));
    WebAccess.Builder access = access(leadId, "event-" + number, at, random);
    switch (random.nextInt(9)) {
      case 0 -> access.setEventId(" ");
      case 1 -> access.setLeadId(null);
      case 2 -> access.setLeadId(null).setVisitorId("visitor-" + number);
      case 3 -> access.setLeadId("\t");
      case 4 -> access.setKind(WebAccessKind.UNKNOWN);
      case 5 -> access.setOccurredAt(now.plusSeconds(86_400 + random.nextInt(1_000_000)));
      case 6 -> access.setOccurredAt(Instant.ofEpochMilli(random.nextLong()));
      case 7 -> access.setOccurredAt(at.minusSeconds(181L * 86_400));
      default -> access.setTitle("長".repeat(2_700 + random.nextInt(100)));
    }
    return new Specimen(SourceTopic.WEB_ACCESS, lead, leadId, web.encode(access.build()));
  }

  private String leadId(int lead) {
    return "%016x".formatted(new SplittableRandom(seed * 31 + lead).nextLong());
  }

  private static WebAccess.Builder access(
      String lead, String id, Instant at, SplittableRandom random) {
    WebAccess.Builder access =
        WebAccess.newBuilder()
            .setEventId(id)
            .setOccurredAt(at)
            .setLeadId(lead)
            .setTitle("料金と事例")
            .setSessionId("session-" + random.nextInt(1_000))
            .setDwellSeconds(random.nextInt(300))
            .setUserAgent("Mozilla/5.0 (X11; Linux x86_64)")
            .setKind(WebAccessKind.PAGE_VIEW);
    switch (random.nextInt(10)) {
      case 0 -> access.setKind(WebAccessKind.FORM_SUBMIT).setFormId("document_request");
      case 1 -> access.setKind(WebAccessKind.FILE_DOWNLOAD).setFormId("f").setAssetId("paper-1");
      case 2 -> access.setKind(WebAccessKind.SITE_SEARCH).setSearchTerms("price");
      default -> access.setPath(PATHS.get(random.nextInt(PATHS.size())));
    }
    return access;
  }

  private byte[] mail(String lead, String id, Instant at, SplittableRandom random) {
    return mail.encode(
        EmailEngagement.newBuilder()
            .setEventId(id)
            .setOccurredAt(at)
            .setLeadId(lead)
            .setKind(random.nextBoolean() ? EmailEngagementKind.CLICK : EmailEngagementKind.OPEN)
            .setMessageId("mail-" + random.nextInt(50))
            .setLinkUrl("https://example.com/" + random.nextInt(20))
            .build());
  }

  private byte[] webinar(String lead, String id, Instant at, SplittableRandom random) {
    boolean survey = random.nextBoolean();
    return webinar.encode(
        WebinarEngagement.newBuilder()
            .setEventId(id)
            .setOccurredAt(at)
            .setLeadId(lead)
            .setKind(
                survey ? WebinarEngagementKind.SURVEY_ANSWERED : WebinarEngagementKind.ATTENDED)
            .setWebinarId("webinar-" + random.nextInt(9))
            .setMinutes(random.nextInt(60))
            .setScheduledMinutes(60)
            .setAnswers(survey ? Map.of("timing", "later", "contact", "not-now") : Map.of())
            .build());
  }

  private byte[] offline(String lead, String id, Instant at, SplittableRandom random) {
    return offline.encode(
        OfflineEngagement.newBuilder()
            .setEventId(id)
            .setOccurredAt(at)
            .setLeadId(lead)
            .setKind(
                random.nextBoolean()
                    ? OfflineEngagementKind.CARD_EXCHANGED
                    : OfflineEngagementKind.BOOTH_VISITED)
            .setEventName("Expo")
            .build());
  }

  private byte[] profile(String lead, Instant at, SplittableRandom random) {
    return profile.encode(
        LeadProfile.newBuilder()
            .setLeadId(lead)
            .setUpdatedAt(at)
            .setCompany("株式会社例")
            .setRole("manager")
            .setEmployees(random.nextInt(10_000))
            .setEmailOptOut(random.nextInt(8) == 0)
            .setAttributes(Map.of("plan", "b"))
            .build());
  }

  /** Of a lead and a visitor of its own: whatever damage makes of it, it changes nobody's score. */
  private byte[] link(String id, Instant at) {
    return identity.encode(
        IdentityChange.newBuilder()
            .setEventId(id)
            .setOccurredAt(at)
            .setKind(IdentityChangeKind.LINK)
            .setLeadId("lead-of-" + id)
            .setVisitorId("visitor-of-" + id)
            .build());
  }

  private byte[] sales(String lead, String id, Instant at, SplittableRandom random) {
    return sales.encode(
        SalesActivity.newBuilder()
            .setEventId(id)
            .setOccurredAt(at)
            .setLeadId(lead)
            .setKind(random.nextBoolean() ? SalesActivityKind.LOST : SalesActivityKind.CONTACTED)
            .build());
  }
}
