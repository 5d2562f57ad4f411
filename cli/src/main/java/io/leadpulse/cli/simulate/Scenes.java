package io.leadpulse.cli.simulate;

import static io.leadpulse.cli.simulate.Origin.ADVERTISING;
import static io.leadpulse.cli.simulate.Origin.DIRECT;
import static io.leadpulse.cli.simulate.Origin.SEARCH;
import static io.leadpulse.cli.simulate.Origin.SOCIAL;

import io.leadpulse.cli.truth.Setting;
import java.util.List;

/** The scenes that stories are made of. */
final class Scenes {
  static final Scene READS_BLOG =
      new Visit(
          List.of(SEARCH, SEARCH, SOCIAL),
          List.of(Site.BLOG),
          List.of(Site.BLOG, Site.BLOG, Site.HOME, Site.COMPANY),
          1.8,
          List.of());

  static final Scene SIGNS_UP =
      new Visit(
          List.of(SEARCH, SOCIAL),
          List.of(Site.BLOG),
          List.of(Site.BLOG),
          1.2,
          List.of(Act.NEWSLETTER_SIGNUP));

  static final Scene READS_UP =
      new Visit(
          List.of(SEARCH),
          List.of(Site.BLOG),
          List.of(Site.BLOG, Site.PRODUCT),
          2,
          List.of(Act.WHITE_PAPER));

  static final Scene TOURS_PRODUCT =
      new Visit(
          List.of(SEARCH, ADVERTISING, DIRECT),
          List.of(Site.HOME, Site.PRODUCT),
          List.of(Site.PRODUCT, Site.PRODUCT, Site.PRODUCT, Site.BLOG, Site.COMPANY),
          3.5,
          List.of());

  static final Scene SEARCHES_SITE =
      new Visit(
          List.of(DIRECT),
          List.of(Site.PRODUCT),
          List.of(Site.PRODUCT, Site.SUPPORT),
          2,
          List.of(Act.SEARCH, Act.VIDEO));

  static final Scene STUDIES_CASES =
      new Visit(
          List.of(DIRECT, SEARCH),
          List.of(Site.CASE),
          List.of(Site.CASE, Site.COMPARISON, Site.PRODUCT),
          2,
          List.of());

  static final Scene CHECKS_PRICES =
      new Visit(
          List.of(DIRECT),
          List.of(Site.PRICING),
          List.of(Site.PRICING, Site.PRODUCT, Site.COMPARISON),
          2.5,
          List.of());

  static final Scene REQUESTS_DOCUMENTS =
      new Visit(
          List.of(DIRECT),
          List.of(Site.PRODUCT, Site.PRICING),
          List.of(Site.PRODUCT, Site.CASE),
          2,
          List.of(Act.PRICE_LIST, Act.DOCUMENT_REQUEST));

  static final Scene GETS_IN_TOUCH =
      new Visit(
          List.of(DIRECT),
          List.of(Site.PRICING),
          List.of(Site.CASE, Site.COMPANY),
          1,
          List.of(Act.CONTACT));

  static final Scene TRIES_FORM =
      new Visit(List.of(DIRECT), List.of(Site.HOME), List.of(Site.PRODUCT), 1, List.of(Act.DEMO));

  static final Scene LOOKS_FOR_WORK =
      new Visit(
          List.of(SEARCH),
          List.of(Site.COMPANY, Site.CAREERS),
          List.of(Site.CAREERS, Site.COMPANY),
          2,
          List.of());

  static final Scene GETS_HELP =
      new Visit(List.of(DIRECT), List.of(Site.SUPPORT), List.of(Site.SUPPORT), 1.8, List.of());

  static final Scene GLANCES_AT_MAIL = new Newsletter(0.3, false, new Reading(0.15, 0.05));
  static final Scene READS_MAIL = new Newsletter(0.8, false, new Reading(0.5, 0.02));
  static final Scene MAIL_IS_SCANNED = new Newsletter(0, true, new Reading(0, 0));
  static final Scene READS_SCANNED_MAIL = new Newsletter(0.8, true, new Reading(0.5, 0.02));
  static final Scene PASSES_MAIL_ON = new Forwarding();
  static final Scene ANSWERS_MAIL = new Correspondence(1);
  static final Scene MAIL_MAY_BOUNCE = new Correspondence(0.5);

  static final Scene LOOKS_INTO_WEBINAR = new Webinar(0.5, 0.1);
  static final Scene FOLLOWS_WEBINAR = new Webinar(0.85, 0.8);

  static final Scene VISITS_BOOTH = new Fair(0.2, 0.2, 0);
  static final Scene LEAVES_CARD = new Fair(1, 0.3, 0.4);

  static final Scene FILLS_IN_TABLET = new Tablet();
  static final Scene LOGS_IN = new Login();
  static final Scene IS_ENTERED_TWICE = new Sometimes(0.3, new DoubleEntry());
  static final Scene IS_ERASED = new Sometimes(0.02, new Erasure());

  /** A long day on the site: 60 pages and more. */
  static final Scene LIVES_ON_SITE = new Immersion(60, 90);

  static final Scene IS_CRAWLED =
      new ProgramVisit(Setting.CRAWLER, Machines.CRAWLERS, 2, 12, 300, 5_000);

  /** One in five says it is somebody's browser. */
  static final Scene IS_SCRAPED =
      new ProgramVisit(
          Setting.HEADLESS_BROWSER,
          List.of(
              Machines.HEADLESS,
              Machines.HEADLESS,
              Machines.HEADLESS,
              Machines.HEADLESS,
              Device.OFFICE_PC.agent()),
          5,
          30,
          400,
          4_000);

  /** A page every minute or so, most of a working day. */
  static final Scene IS_MONITORED =
      new ProgramVisit(
          Setting.MONITORING, List.of(Device.OFFICE_PC.agent()), 260, 420, 55_000, 65_000);

  static final Scene BUDGET_IS_CONFIRMED = new Finding("budget", "confirmed");
  static final Scene SALES_TAKES_OVER = new Handover();

  private Scenes() {}
}
