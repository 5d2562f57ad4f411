package io.leadpulse.cli.simulate;

import java.util.List;
import java.util.random.RandomGenerator;

/** What programs on the web call themselves and where they are. */
final class Machines {
  /** They say what they are. */
  static final List<String> CRAWLERS =
      List.of(
          "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
          "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
          "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
          "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
          "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
          "python-requests/2.32.3",
          "curl/8.5.0");

  /** They do not hide it. */
  static final String HEADLESS =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " HeadlessChrome/140.0.0.0 Safari/537.36";

  /** Share in rented machines; the others stand in offices, beside people. An assumption. */
  private static final double RENTED = 0.6;

  private Machines() {}

  static String address(RandomGenerator random) {
    return Chance.of(random, RENTED)
        ? Networks.rentedAddress(random)
        : Networks.officeAddress(random);
  }
}
