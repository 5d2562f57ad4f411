package io.leadpulse.engine.hygiene;

import io.leadpulse.engine.event.Channel;
import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.model.StableHash;
import java.util.List;

/** Finds in an engagement what verdicts look at. */
public final class Facts {
  /** A page that was read so long, and moved, was before a person. */
  private static final int READ_SECONDS = 10;

  private Facts() {}

  /**
   * Whether verdicts are made of an event, or may change it.
   *
   * @param counting whether it counts for a signal
   */
  public static boolean concern(Engagement event, boolean counting) {
    return switch (event.kind()) {
      case DELIVERED, OPEN, CLICK, UNSUBSCRIBE -> true;
      default ->
          (event.channel() == Channel.EMAIL && counting)
              || (event.channel() == Channel.WEB && (counting || isRead(event)));
    };
  }

  private static boolean isRead(Engagement event) {
    return event.dwellSeconds() >= READ_SECONDS && event.scrollPercent() > 0;
  }

  /**
   * The event to be judged.
   *
   * @param known bits of the reasons that it gives by itself
   * @param hidden whether it is a click on a link that people cannot see
   * @param human whether it counts for a signal that machines cannot fake
   * @param settled whether its outcome no longer depends on the verdict
   * @param heldUntil until when it waits, epoch milliseconds; 0 if it does not
   * @param alias under which id of its lead it came; 0 for its own
   */
  public static RecentEvent of(
      Engagement event,
      Origin origin,
      int known,
      boolean hidden,
      boolean human,
      boolean settled,
      long heldUntil,
      List<RecentTouch> touches,
      int alias) {
    boolean web = event.channel() == Channel.WEB;
    RecentEvent recent =
        new RecentEvent(
            event.kind(),
            event.occurredAt(),
            RecentEvent.hourOf(event.recordedAt()),
            origin.partition(),
            origin.offset(),
            flags(event, web, human, settled) | (hidden ? RecentEvent.HIDDEN : 0),
            hash(web ? event.session() : event.message()),
            web ? hash(event.path()) : hash(pathOf(event.link())),
            known,
            touches,
            alias);
    recent.heldUntil = heldUntil;
    return recent;
  }

  private static int flags(Engagement event, boolean web, boolean human, boolean settled) {
    return (web && (human || isRead(event)) ? RecentEvent.PROOF : 0)
        | (settled ? RecentEvent.SETTLED : 0)
        | (isByProxy(event) ? RecentEvent.BY_PROXY : 0);
  }

  /** Whether the mail was opened by a provider's proxy, which may do so before anybody reads it. */
  private static boolean isByProxy(Engagement event) {
    return event.kind() == EventKind.OPEN
        && (event.agent().contains("GoogleImageProxy") || event.agent().contains("YahooMailProxy"));
  }

  /** Where a mail's link leads on the site that it leads to. */
  public static CharSequence pathOf(String link) {
    int scheme = link.indexOf("://");
    if (scheme < 0) {
      return link;
    }
    int path = link.indexOf('/', scheme + 3);
    return path < 0 ? "/" : link.subSequence(path, link.length());
  }

  private static int hash(CharSequence text) {
    return text.isEmpty() ? 0 : StableHash.of32(text);
  }
}
