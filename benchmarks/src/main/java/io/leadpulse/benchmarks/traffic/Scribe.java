package io.leadpulse.benchmarks.traffic;

import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.EmailEngagementKind;
import io.leadpulse.schemas.Exclusion;
import io.leadpulse.schemas.LeadProfile;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.WebinarEngagement;
import io.leadpulse.schemas.WebinarEngagementKind;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/** Writes hits down as records of their topics, of about 200 bytes. */
final class Scribe {
  private static final String[] AGENTS = {
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Gecko/20100101"
  };
  private static final String[] ROLES = {"executive", "director", "manager", "staff", "engineer"};
  private static final String[] INDUSTRIES = {
    "manufacturing", "it", "telecom", "finance", "retail"
  };
  private static final String[] FORMS = {"contact-form", "document_request", "newsletter"};
  private static final WebinarEngagementKind[] WEBINAR_ACTS = {
    WebinarEngagementKind.REGISTERED,
    WebinarEngagementKind.ATTENDED,
    WebinarEngagementKind.ATTENDED,
    WebinarEngagementKind.WATCHED_ON_DEMAND,
    WebinarEngagementKind.QUESTION_ASKED,
    WebinarEngagementKind.POLL_ANSWERED
  };
  private static final SalesActivityKind[] SALES_ACTS = {
    SalesActivityKind.ACCEPTED,
    SalesActivityKind.CONTACTED,
    SalesActivityKind.CONTACTED,
    SalesActivityKind.MEETING,
    SalesActivityKind.RECYCLED
  };

  /** Of 50 accesses three are no page view. */
  private static final int ACCESSES = 50;

  private static final int PAGES = 40;

  private final RecordEncoder<WebAccess> web = new RecordEncoder<>(Topics.WEB_ACCESS);
  private final RecordEncoder<EmailEngagement> mail = new RecordEncoder<>(Topics.EMAIL_ENGAGEMENT);
  private final RecordEncoder<WebinarEngagement> webinar =
      new RecordEncoder<>(Topics.WEBINAR_ENGAGEMENT);
  private final RecordEncoder<SalesActivity> sales = new RecordEncoder<>(Topics.SALES_ACTIVITY);
  private final RecordEncoder<LeadProfile> profile = new RecordEncoder<>(Topics.LEAD_PROFILE);
  private final String padding;
  private final int sections;
  private final Audience audience;

  /**
   * @param padding bytes that are added to every event
   * @param sections 0 for the usual site; else only pages in so many sections are viewed
   */
  Scribe(int padding, int sections, Audience audience) {
    this.padding = "x".repeat(padding);
    this.sections = sections;
    this.audience = audience;
  }

  byte[] write(Hit hit) {
    return switch (hit.kind()) {
      case WEB -> web.encode(access(hit));
      case OPEN -> mail.encode(mail(hit).setKind(EmailEngagementKind.OPEN).build());
      case CLICK -> mail.encode(click(hit));
      case WEBINAR -> webinar.encode(webinar(hit));
      case SALES -> sales.encode(activity(hit));
      case PROFILE -> profile.encode(profile(hit));
    };
  }

  /** An opaque id of 16 characters, as a keyed hash of an address would be. */
  static String lead(int number) {
    long mixed = (number + 1) * 0x9E3779B97F4A7C15L;
    return HexFormat.of().toHexDigits(mixed ^ mixed >>> 29);
  }

  private static String event(Hit hit) {
    return "ev-" + HexFormat.of().toHexDigits(hit.event() * 0xD1342543DE82EF95L);
  }

  private WebAccess access(Hit hit) {
    WebAccess.Builder access =
        WebAccess.newBuilder()
            .setEventId(event(hit))
            .setOccurredAt(Instant.ofEpochMilli(hit.occurredAt()))
            .setLeadId(lead(hit.lead()))
            .setSessionId("s-" + hit.session())
            .setHost("www.example.com")
            .setTitle("製品のご案内")
            .setUserAgent(one(AGENTS, hit, 8) + padding)
            .setDwellSeconds(below(120, hit, 16))
            .setScrollPercent(below(101, hit, 24))
            .setMethod("GET")
            .setStatus(200)
            .setKind(WebAccessKind.PAGE_VIEW);
    if (sections > 0) {
      return access.setPath(ManySignals.page(below(sections, hit, 40))).build();
    }
    switch (below(ACCESSES, hit, 32)) {
      case 0 -> access.setKind(WebAccessKind.FORM_SUBMIT).setFormId(one(FORMS, hit, 40));
      case 1 -> access.setKind(WebAccessKind.FILE_DOWNLOAD).setFormId("f").setAssetId("paper-1");
      case 2 -> access.setKind(WebAccessKind.SITE_SEARCH).setSearchTerms("料金");
      default -> access.setPath(BenchmarkSite.page(below(PAGES, hit, 40)));
    }
    return access.build();
  }

  private EmailEngagement.Builder mail(Hit hit) {
    return EmailEngagement.newBuilder()
        .setEventId(event(hit))
        .setOccurredAt(Instant.ofEpochMilli(hit.occurredAt()))
        .setLeadId(lead(hit.lead()))
        .setMessageId("m-" + below(400, hit, 8) + '-' + hit.lead())
        .setSubject("今月のお知らせ：導入事例と料金のご案内")
        .setCampaign("newsletter-2026")
        .setUserAgent(one(AGENTS, hit, 16) + padding);
  }

  private EmailEngagement click(Hit hit) {
    int page = below(PAGES, hit, 24);
    return mail(hit)
        .setKind(EmailEngagementKind.CLICK)
        .setSubject("今月のお知らせ")
        .setLinkUrl("www.example.com" + BenchmarkSite.page(page))
        .setLinkId("l-" + page)
        .build();
  }

  private WebinarEngagement webinar(Hit hit) {
    WebinarEngagementKind kind = WEBINAR_ACTS[below(WEBINAR_ACTS.length, hit, 8)];
    return WebinarEngagement.newBuilder()
        .setEventId(event(hit))
        .setOccurredAt(Instant.ofEpochMilli(hit.occurredAt()))
        .setLeadId(lead(hit.lead()))
        .setKind(kind)
        .setWebinarId("webinar-2026-" + below(60, hit, 16))
        .setTitle("はじめてのリードスコアリング：現場から学ぶ導入の進め方と効果" + padding)
        .setMinutes(below(60, hit, 24))
        .setScheduledMinutes(60)
        .setCampaign("webinar-2026-season")
        .build();
  }

  private SalesActivity activity(Hit hit) {
    return SalesActivity.newBuilder()
        .setEventId(event(hit))
        .setOccurredAt(Instant.ofEpochMilli(hit.occurredAt()))
        .setLeadId(lead(hit.lead()))
        .setKind(SALES_ACTS[below(SALES_ACTS.length, hit, 8)])
        .setOwner("sales-person-" + below(500, hit, 16) + "@first-department")
        .setTeam("team-of-the-region-" + below(20, hit, 24))
        .setStage("提案の準備をしている段階であり先方の返事を待っている" + padding)
        .build();
  }

  private LeadProfile profile(Hit hit) {
    return LeadProfile.newBuilder()
        .setLeadId(lead(hit.lead()))
        .setUpdatedAt(Instant.ofEpochMilli(hit.occurredAt()))
        .setAccountId(audience.account(hit.lead()))
        .setCompany("株式会社サンプル製作所" + padding)
        .setDepartment("情報システム部")
        .setRole(one(ROLES, hit, 8))
        .setCountry("JP")
        .setIndustry(one(INDUSTRIES, hit, 16))
        .setEmployees(1 + below(2_000, hit, 24))
        .setOwner("sales-person-" + below(500, hit, 36))
        .setTeam("team-of-the-region-" + below(20, hit, 46))
        .setExclusion(Exclusion.NONE)
        .setAttributes(Map.of("budget", "confirmed"))
        .build();
  }

  private static String one(String[] texts, Hit hit, int shift) {
    return texts[below(texts.length, hit, shift)];
  }

  private static int below(int bound, Hit hit, int shift) {
    return (int) ((hit.dice() >>> shift & 0xFFFF) * bound >>> 16);
  }
}
