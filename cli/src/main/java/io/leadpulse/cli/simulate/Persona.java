package io.leadpulse.cli.simulate;

import static io.leadpulse.cli.simulate.Circle.BUSINESS;
import static io.leadpulse.cli.simulate.Circle.UNIVERSITY;
import static io.leadpulse.cli.simulate.Circle.VENDOR;

import io.leadpulse.schemas.Exclusion;
import java.util.List;

/** A kind of lead: how common it is, and what its leads do in their two weeks. */
enum Persona {
  CASUAL_READER(
      310,
      BUSINESS,
      Exclusion.NONE,
      part(Scenes.READS_BLOG, 1, 3),
      part(Scenes.SIGNS_UP, 0, 1),
      part(Scenes.GLANCES_AT_MAIL, 1, 2),
      part(Scenes.IS_ERASED, 1, 1, 0.3, 0.1)),
  NEWSLETTER_READER(
      250, BUSINESS, Exclusion.NONE, part(Scenes.READS_MAIL, 2, 4), part(Scenes.READS_BLOG, 0, 1)),
  RESEARCHER(
      120,
      BUSINESS,
      Exclusion.NONE,
      part(Scenes.READS_BLOG, 1, 2, 10, 5),
      part(Scenes.READS_UP, 1, 1, 8, 4),
      part(Scenes.READS_MAIL, 1, 2),
      part(Scenes.TOURS_PRODUCT, 0, 1, 6, 2),
      part(Scenes.LOOKS_INTO_WEBINAR, 0, 1, 8, 3),
      part(Scenes.STUDIES_CASES, 0, 1, 4, 0.1)),
  /** Shows what is worth reading to others. */
  MULTIPLIER(
      15,
      BUSINESS,
      Exclusion.NONE,
      part(Scenes.PASSES_MAIL_ON, 1, 2),
      part(Scenes.READS_MAIL, 1, 2)),
  /** Reads for a living; not one page of it means to buy. */
  HEAVY_USER(
      3,
      BUSINESS,
      Exclusion.NONE,
      part(Scenes.LIVES_ON_SITE, 1, 2, 10, 2),
      part(Scenes.READS_BLOG, 0, 2)),
  /** On the way to buying: the leads that sales waits for. */
  EVALUATOR(
      20,
      BUSINESS,
      Exclusion.NONE,
      part(Scenes.READS_BLOG, 0, 1, 10, 6),
      part(Scenes.READS_MAIL, 0, 1, 9, 6),
      part(Scenes.READS_SCANNED_MAIL, 0, 1, 9, 6),
      part(Scenes.READS_UP, 1, 2, 6, 4),
      part(Scenes.FOLLOWS_WEBINAR, 0, 1, 6, 4),
      part(Scenes.TOURS_PRODUCT, 1, 2, 4, 2),
      part(Scenes.SEARCHES_SITE, 0, 1, 3, 2),
      part(Scenes.STUDIES_CASES, 1, 1, 2.5, 1.5),
      part(Scenes.CHECKS_PRICES, 1, 2, 2, 1.2),
      part(Scenes.REQUESTS_DOCUMENTS, 1, 1, 1.2, 0.9),
      part(Scenes.BUDGET_IS_CONFIRMED, 0, 1, 0.9, 0.8),
      part(Scenes.GETS_IN_TOUCH, 0, 1, 0.8, 0.6),
      part(Scenes.SALES_TAKES_OVER, 0, 1, 0.5, 0.4)),
  STUDENT(
      40,
      UNIVERSITY,
      Exclusion.STUDENT,
      part(Scenes.VISITS_BOOTH, 0, 1),
      part(Scenes.READS_BLOG, 0, 2),
      part(Scenes.LOOKS_FOR_WORK, 1, 3)),
  COMPETITOR(
      30,
      BUSINESS,
      Exclusion.COMPETITOR,
      part(Scenes.VISITS_BOOTH, 0, 1),
      part(Scenes.TOURS_PRODUCT, 1, 2),
      part(Scenes.STUDIES_CASES, 0, 2),
      part(Scenes.CHECKS_PRICES, 0, 1),
      part(Scenes.READS_UP, 0, 1)),
  PARTNER(
      30,
      BUSINESS,
      Exclusion.PARTNER,
      part(Scenes.TOURS_PRODUCT, 0, 1),
      part(Scenes.LOOKS_INTO_WEBINAR, 0, 1),
      part(Scenes.ANSWERS_MAIL, 1, 1),
      part(Scenes.READS_MAIL, 1, 2)),
  OWN_STAFF(
      20,
      VENDOR,
      Exclusion.EMPLOYEE,
      part(Scenes.TOURS_PRODUCT, 1, 3),
      part(Scenes.READS_BLOG, 0, 2),
      part(Scenes.TRIES_FORM, 0, 1)),
  CUSTOMER(
      70,
      BUSINESS,
      Exclusion.NONE,
      part(Scenes.GETS_HELP, 2, 4),
      part(Scenes.LOGS_IN, 0, 1),
      part(Scenes.READS_MAIL, 1, 2),
      part(Scenes.LOOKS_INTO_WEBINAR, 0, 1)),
  /** Sits behind a gateway that follows the links of every mail. */
  SCANNED(
      40,
      BUSINESS,
      Exclusion.NONE,
      part(Scenes.MAIL_IS_SCANNED, 2, 4),
      part(Scenes.READS_BLOG, 0, 1)),
  /** Sits behind such a gateway and reads what it lets through. */
  SCANNED_READER(
      30,
      BUSINESS,
      Exclusion.NONE,
      part(Scenes.READS_SCANNED_MAIL, 2, 4),
      part(Scenes.READS_BLOG, 0, 1)),
  /** A card in a drawer; some wake, some have left their company. */
  DORMANT_CARD(
      70,
      BUSINESS,
      Exclusion.NONE,
      part(Scenes.LEAVES_CARD, 1, 1, 10, 8),
      part(Scenes.FILLS_IN_TABLET, 0, 1, 10, 8),
      part(Scenes.IS_ENTERED_TWICE, 1, 1, 8, 5),
      part(Scenes.MAIL_MAY_BOUNCE, 0, 1, 7, 5),
      part(Scenes.GLANCES_AT_MAIL, 0, 2, 5, 1),
      part(Scenes.TOURS_PRODUCT, 0, 1, 2, 0.1)),
  /** No lead at all: a program that reads the site. */
  CRAWLER(6, BUSINESS, Exclusion.NONE, part(Scenes.IS_CRAWLED, 2, 5)),
  /** Somebody's program, which came by a link of a lead's mail. */
  SCRAPED(4, BUSINESS, Exclusion.NONE, part(Scenes.IS_SCRAPED, 1, 3)),
  /** A script that has the password of a lead. */
  MONITORED(1, BUSINESS, Exclusion.NONE, part(Scenes.IS_MONITORED, 1, 2));

  private final int share;
  private final Circle circle;
  private final Exclusion exclusion;
  private final List<Part> parts;

  Persona(int share, Circle circle, Exclusion exclusion, Part... parts) {
    this.share = share;
    this.circle = circle;
    this.exclusion = exclusion;
    this.parts = List.of(parts);
  }

  /** How common it is, against the shares of the others. */
  int share() {
    return share;
  }

  Circle circle() {
    return circle;
  }

  /** Why its leads should not be sold to; NONE if they may. */
  Exclusion exclusion() {
    return exclusion;
  }

  List<Part> parts() {
    return parts;
  }

  /** Whether no lead is behind it, so that its records can name none. */
  boolean isNobody() {
    return this == CRAWLER;
  }

  boolean isOwnStaff() {
    return circle == VENDOR;
  }

  private static Part part(Scene scene, int least, int most) {
    return part(scene, least, most, Journey.WORKING_DAYS, 0.1);
  }

  private static Part part(Scene scene, int least, int most, double from, double to) {
    return new Part(scene, least, most, from, to);
  }
}
