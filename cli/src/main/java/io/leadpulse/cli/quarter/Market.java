package io.leadpulse.cli.quarter;

import io.leadpulse.schemas.LeadProfile;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Who visits the site on a day, and what they do there. Of the leads that are about, most look at a
 * page or two, some at prices, and a few want to buy: those come more often, ask for documents and
 * now and then to be called. A lead is about for some weeks, then others come.
 */
final class Market {
  /** Of days that a lead is about. */
  private static final int STAY_DAYS = 15;

  private static final double BUYERS = 0.05;
  private static final double INTERESTED = 0.15;
  private static final int OPENS = 8;
  private static final int OPEN_HOURS = 13;
  private static final int MINUTES_PER_HOUR = 60;
  private static final String AGENT =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36";
  private static final List<String> CAMPAIGNS =
      List.of("", "", "search-ads", "newsletter", "fair", "seo");
  private static final List<String> TOPICS = List.of("inventory", "shipping", "analytics");

  private final SplittableRandom random;
  private final int perDay;
  private final ZoneId zone;
  private long events;

  Market(long seed, int perDay, ZoneId zone) {
    random = new SplittableRandom(seed);
    this.perDay = perDay;
    this.zone = zone;
  }

  /** What all leads do on a day, in order. */
  List<WebAccess> visits(LocalDate day) {
    List<WebAccess> all = new ArrayList<>();
    long first = newest(day) - (long) perDay * STAY_DAYS;
    for (int visit = 0; visit < perDay; visit++) {
      long lead = first + random.nextLong((long) perDay * STAY_DAYS);
      visit(lead, day, all);
    }
    all.sort(Comparator.comparing(WebAccess::getOccurredAt));
    return all;
  }

  /** Of leads that come to be about on a day. */
  List<LeadProfile> profiles(LocalDate day, boolean all) {
    long last = newest(day);
    long first = last - (long) perDay * (all ? STAY_DAYS : 1);
    List<LeadProfile> profiles = new ArrayList<>();
    for (long lead = first; lead < last; lead++) {
      profiles.add(profile(lead, day));
    }
    return profiles;
  }

  /**
   * As many leads as visit on a day come anew in each day's time, however long the world stands.
   */
  private long newest(LocalDate day) {
    return Math.floorMod(day.toEpochDay(), 100_000) * (long) perDay;
  }

  /** What a lead is like is drawn from its number, so that it stays so. */
  private static SplittableRandom nature(long lead) {
    return new SplittableRandom(lead * 0x9E3779B97F4A7C15L);
  }

  private static String id(long lead) {
    return "lead-" + lead;
  }

  private static LeadProfile profile(long lead, LocalDate day) {
    SplittableRandom nature = nature(lead);
    double kind = nature.nextDouble();
    boolean confirmed = kind < BUYERS && nature.nextInt(3) > 0;
    return LeadProfile.newBuilder()
        .setLeadId(id(lead))
        .setUpdatedAt(Instant.ofEpochSecond(day.toEpochDay() * 86_400))
        .setAccountId("account-" + lead / 3)
        .setCompany("Company " + lead / 3)
        .setCountry("JP")
        .setRole(nature.nextInt(5) == 0 ? "executive" : "manager")
        .setEmployees(10 + nature.nextInt(1_000))
        .setAttributes(confirmed ? Map.of("budget", "confirmed") : Map.of())
        .build();
  }

  private void visit(long lead, LocalDate day, List<WebAccess> all) {
    double kind = nature(lead).nextDouble();
    int hour = OPENS + random.nextInt(OPEN_HOURS);
    Instant at =
        day.atTime(hour, random.nextInt(MINUTES_PER_HOUR), random.nextInt(60))
            .atZone(zone)
            .toInstant();
    String campaign = CAMPAIGNS.get(random.nextInt(CAMPAIGNS.size()));
    String session = "s" + lead + '-' + day.toEpochDay() + '-' + hour;
    for (int page = 1 + random.nextInt(3); page > 0; page--) {
      all.add(page(lead, at, "/products/" + random.nextInt(20), session, campaign));
      at = at.plusSeconds(20 + random.nextInt(100));
    }
    if (kind < INTERESTED + BUYERS) {
      all.add(page(lead, at, "/pricing/", session, campaign));
      at = at.plusSeconds(30 + random.nextInt(100));
    }
    if (kind < BUYERS) {
      all.add(page(lead, at, "/pricing/plans", session, campaign));
      at = at.plusSeconds(30 + random.nextInt(100));
      if (random.nextInt(2) == 0) {
        all.add(form(lead, at, "document-request", session, campaign));
      }
      if (random.nextInt(20) == 0) {
        all.add(form(lead, at.plusSeconds(90), "contact", session, campaign));
      }
    } else if (random.nextInt(100) == 0) {
      all.add(form(lead, at, "document-request", session, campaign));
    }
  }

  private WebAccess page(long lead, Instant at, String path, String session, String campaign) {
    return access(lead, at, WebAccessKind.PAGE_VIEW, session, campaign).setPath(path).build();
  }

  private WebAccess form(long lead, Instant at, String form, String session, String campaign) {
    return access(lead, at, WebAccessKind.FORM_SUBMIT, session, campaign)
        .setPath("/forms/" + form)
        .setFormId(form)
        .setAssetId("asset-" + random.nextInt(12))
        .build();
  }

  private WebAccess.Builder access(
      long lead, Instant at, WebAccessKind kind, String session, String campaign) {
    return WebAccess.newBuilder()
        .setEventId("w" + events++)
        .setOccurredAt(at)
        .setLeadId(id(lead))
        .setKind(kind)
        .setHost("www.example.com")
        .setTopic(TOPICS.get((int) (lead % TOPICS.size())))
        .setCampaign(campaign)
        .setSessionId(session)
        .setStatus(200)
        .setUserAgent(AGENT);
  }
}
