package io.leadpulse.cli.simulate;

import io.leadpulse.schemas.WebAccess;
import java.util.HashSet;
import java.util.Set;

/**
 * Which browsers the site knows by now as a person's own. To be asked in the order of time: what
 * was done before a browser is known stays without a name.
 */
final class Cookies {
  private final Person person;
  private final Set<String> known = new HashSet<>();

  Cookies(Person person) {
    this.person = person;
    for (Browser browser : person.equipment().browsers()) {
      if (browser.known()) {
        known.add(browser.visitorId());
      }
    }
  }

  /** The event as the site records it. */
  Event record(Event event) {
    String visitor = Fields.visitorId(event.value());
    if (visitor == null || event.naming() == Naming.FIXED) {
      return event;
    }
    if (event.naming() == Naming.TELLS) {
      known.add(visitor);
      return event;
    }
    boolean named = known.contains(visitor) && !person.equipment().visitorsOnly();
    return named && event.value() instanceof WebAccess access
        ? event.withValue(WebAccess.newBuilder(access).setLeadId(person.leadId()).build())
        : event;
  }
}
