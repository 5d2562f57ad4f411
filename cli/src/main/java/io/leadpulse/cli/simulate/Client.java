package io.leadpulse.cli.simulate;

import org.jspecify.annotations.Nullable;

/**
 * What a mail is opened with.
 *
 * @param visitorId of the browser; null if it shows none
 * @param flagged whether the mail service says that it is a machine
 */
record Client(Doing doing, String agent, String ip, @Nullable String visitorId, boolean flagged) {

  /** A browser that somebody sits at, or a program with a cookie. */
  static Client of(Doing doing, Browser browser) {
    return new Client(doing, browser.agent(), browser.ip(), browser.visitorId(), false);
  }

  /** One without a cookie. */
  static Client without(Doing doing, String agent, String ip) {
    return new Client(doing, agent, ip, null, false);
  }

  Client flagged(boolean known) {
    return new Client(doing, agent, ip, visitorId, known);
  }

  Client withVisitor(String visitor) {
    return new Client(doing, agent, ip, visitor, flagged);
  }
}
