package io.leadpulse.cli.simulate;

import java.util.random.RandomGenerator;

/** Who fetches the pictures of a mail. Agents as these services send them. */
enum Mailbox {
  /** The reader's own device. */
  PLAIN(""),
  /** A privacy proxy, seconds after delivery whether anybody reads or not. */
  APPLE("Mozilla/5.0"),
  /** A proxy, when the reader looks; now and then ahead of it. */
  GOOGLE(
      "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)"),
  YAHOO("YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html");

  /** Of the free mail addresses, those that are Google's; an assumption. */
  private static final double GOOGLES = 0.6;

  private final String agent;

  Mailbox(String agent) {
    this.agent = agent;
  }

  /** Draws the mailbox of somebody. */
  static Mailbox draw(RandomGenerator random, Company company, Device device) {
    if (company == Company.NONE) {
      return Chance.of(random, GOOGLES) ? GOOGLE : YAHOO;
    }
    return device.isProxied() ? APPLE : PLAIN;
  }

  /** User agent of the proxy; empty if there is none. */
  String agent() {
    return agent;
  }
}
