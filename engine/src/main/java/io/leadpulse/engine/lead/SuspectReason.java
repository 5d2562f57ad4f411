package io.leadpulse.engine.lead;

import io.leadpulse.engine.event.Engagement;
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
  OWN_STAFF;

  private final String term = name().toLowerCase(Locale.ROOT).replace('_', '-');

  public String term() {
    return term;
  }

  /** Whether an engagement is judged machine-made, for any reason. */
  public static boolean isSuspect(Engagement event) {
    return event.machineOpen() || event.botClick() || event.ownStaff();
  }

  /** All reasons that an engagement gives; empty for a prospect's own act. */
  public static Set<SuspectReason> of(Engagement event) {
    EnumSet<SuspectReason> reasons = EnumSet.noneOf(SuspectReason.class);
    if (event.machineOpen()) {
      reasons.add(MACHINE_OPEN);
    }
    if (event.botClick()) {
      reasons.add(BOT_CLICK);
    }
    if (event.ownStaff()) {
      reasons.add(OWN_STAFF);
    }
    return reasons;
  }
}
