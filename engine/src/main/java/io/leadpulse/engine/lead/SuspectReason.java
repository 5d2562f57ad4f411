package io.leadpulse.engine.lead;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Why an engagement is not taken for a prospect's own act. */
public enum SuspectReason {
  /** The mail service flags the open as a machine's. */
  MACHINE_OPEN,
  /** The mail service flags the click as a machine's. */
  BOT_CLICK,
  /** The source knows the visitor as one of our own. */
  OWN_STAFF,
  /** An open by an agent that says nothing but {@code Mozilla/5.0}: a mail provider's prefetch. */
  BARE_AGENT,
  /** The user agent is a crawler's, a monitor's, a library's. */
  CRAWLER_AGENT,
  /** The user agent is that of a browser which a program steers. */
  HEADLESS_BROWSER,
  /** The user agent is that of mail security which follows links. */
  SCANNER_AGENT,
  /** The address is in a network of mail security that the model names. */
  SCANNER_NETWORK,
  /** The address is in one of our own networks that the model names. */
  OWN_NETWORK,
  /** The page was asked for by HEAD: nobody was to see it. */
  HEAD_REQUEST;

  private static final SuspectReason[] ALL = values();

  private final String term = name().toLowerCase(Locale.ROOT).replace('_', '-');

  public String term() {
    return term;
  }

  /** The reason's bit among those that say which reasons there are. */
  public int bit() {
    return 1 << ordinal();
  }

  /** The reasons whose bits are set. */
  public static Set<SuspectReason> of(int bits) {
    EnumSet<SuspectReason> reasons = EnumSet.noneOf(SuspectReason.class);
    for (SuspectReason reason : ALL) {
      if ((bits & reason.bit()) != 0) {
        reasons.add(reason);
      }
    }
    return reasons;
  }
}
