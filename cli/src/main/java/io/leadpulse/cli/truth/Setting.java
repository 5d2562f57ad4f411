package io.leadpulse.cli.truth;

import java.util.Locale;

/** The scene that something happened in, by what is going on there and not by how it looks. */
public enum Setting {
  VISIT,
  NEWSLETTER,
  CORRESPONDENCE,
  WEBINAR,
  FAIR,
  /** Somebody says who he is, on a browser. */
  LOGIN,
  /** A browser that many people use: the tablet of a fair, the PC of a meeting room. */
  KIOSK,
  /** A mail that was passed on to a colleague. */
  FORWARDED,
  /** One whose work is to look at many pages. */
  HEAVY_USER,
  /** What mail services tell of themselves: delivered, bounced. */
  MAIL_SERVICE,
  MAIL_SCANNER,
  /** Pictures of a mail fetched before anybody looks at it. */
  IMAGE_PROXY,
  CRAWLER,
  HEADLESS_BROWSER,
  /** A script that asks for pages all day. */
  MONITORING,
  /** The vendor's own people on their own site. */
  OFFICE,
  /** What the vendor's records say of a lead. */
  CRM,
  SALES;

  private final String term = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in files and reports, such as {@code mail-scanner}. */
  public String term() {
    return term;
  }
}
