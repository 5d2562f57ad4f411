package io.leadpulse.engine.hygiene;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Why an engagement is not taken for a prospect's own act. Kept in state by position, so constants
 * are only ever added at the end.
 */
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
  HEAD_REQUEST,
  /** One of many links of a message that were followed within seconds. */
  CLICK_BURST,
  /** A link that nobody can see was followed at about the same time. */
  HIDDEN_LINK,
  /** Followed sooner after the delivery than anybody can. */
  TOO_SOON,
  /** Opened seconds after the delivery by a proxy that fetches pictures ahead. */
  PREFETCHED,
  /** A page on which a machine landed by its click. */
  MACHINE_LANDING,
  /** Unsubscribed by following every link of the message. */
  MACHINE_UNSUBSCRIBE,
  /** One of more engagements than a person has in a day. */
  FLOOD;

  private static final SuspectReason[] ALL = values();

  private final String term = name().toLowerCase(Locale.ROOT).replace('_', '-');

  public String term() {
    return term;
  }

  /** The reason's bit in a set of reasons that is kept as a number. */
  public int bit() {
    return 1 << ordinal();
  }

  /** The reasons of a set of bits. */
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
