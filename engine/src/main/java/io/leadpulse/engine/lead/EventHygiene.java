package io.leadpulse.engine.lead;

import io.leadpulse.engine.event.Channel;
import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.hygiene.AgentVerdicts;
import io.leadpulse.engine.hygiene.Networks;
import io.leadpulse.engine.hygiene.SuspectReason;
import io.leadpulse.engine.model.Hygiene;

/**
 * Says by one release which engagements, each looked at alone, are no prospect's own act. Costs an
 * event one look into a table, and a search if the model names networks. For one thread at a time.
 */
final class EventHygiene {
  private static final String BARE = "Mozilla/5.0";
  private static final String HEAD = "HEAD";

  private final AgentVerdicts agents;
  private final Networks own;
  private final Networks scanners;
  private final Networks people;

  EventHygiene(Hygiene hygiene) {
    agents = new AgentVerdicts(hygiene.agents());
    own = new Networks(hygiene.networks().own());
    scanners = new Networks(hygiene.networks().scanners());
    people = new Networks(hygiene.networks().people());
  }

  /** The bits of all {@link SuspectReason reasons}; 0 for none. */
  int reasons(Engagement event) {
    int reasons =
        bit(event.machineOpen(), SuspectReason.MACHINE_OPEN)
            | bit(event.botClick(), SuspectReason.BOT_CLICK)
            | bit(event.ownStaff(), SuspectReason.OWN_STAFF)
            | bit(event.method().equals(HEAD), SuspectReason.HEAD_REQUEST);
    return isByClient(event.kind()) ? reasons | byAgent(event) | byAddress(event.ip()) : reasons;
  }

  /** Of deliveries and bounces, agent and address are those of mail servers. */
  private static boolean isByClient(EventKind kind) {
    return switch (kind) {
      case OPEN, CLICK, UNSUBSCRIBE -> true;
      default -> kind.channel() == Channel.WEB;
    };
  }

  private int byAgent(Engagement event) {
    String agent = event.agent();
    int bare = bit(event.kind() == EventKind.OPEN && agent.equals(BARE), SuspectReason.BARE_AGENT);
    return bare
        | switch (agents.of(agent)) {
          case PERSON -> 0;
          case CRAWLER -> SuspectReason.CRAWLER_AGENT.bit();
          case HEADLESS -> SuspectReason.HEADLESS_BROWSER.bit();
          case SCANNER -> SuspectReason.SCANNER_AGENT.bit();
        };
  }

  private int byAddress(String ip) {
    if (ip.isEmpty() || people.contains(ip)) {
      return 0;
    }
    return bit(own.contains(ip), SuspectReason.OWN_NETWORK)
        | bit(scanners.contains(ip), SuspectReason.SCANNER_NETWORK);
  }

  private static int bit(boolean holds, SuspectReason reason) {
    return holds ? reason.bit() : 0;
  }
}
